using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What stands in the row of a case, from the database in one statement.</summary>
internal static class CaseRows
{
    /// <summary>Of these cases what the viewer may see in a list.</summary>
    public static async Task<IReadOnlyDictionary<ApplicationId, CaseRow>> RowsOfAsync(
        this BanyanDb db,
        Viewer viewer,
        IEnumerable<ApplicationId> cases,
        CancellationToken ct
    )
    {
        var ids = cases.Distinct().ToList();
        var listed = db.Applications.ListedFor(viewer).Where(a => ids.Contains(a.Id));
        return await db.Rows(viewer, listed).ToDictionaryAsync(row => row.Id, ct);
    }

    /// <summary>The rows of these cases in their order; without one that is not there any more.</summary>
    public static IReadOnlyList<CaseRow> In(
        this IReadOnlyDictionary<ApplicationId, CaseRow> rows,
        IEnumerable<ApplicationId> cases
    ) => [.. cases.Select(id => rows.GetValueOrDefault(id)).OfType<CaseRow>()];

    private static IQueryable<CaseRow> Rows(
        this BanyanDb db,
        Viewer viewer,
        IQueryable<Application> cases
    )
    {
        // Extension properties may not stand inside the expressions of a query.
        var rounds = db.Rounds.Where(round => round.ClosedAt == null);
        var letters = db.Letters.Where(letter => letter.State == LetterState.Waiting);
        var written = db.Letters.Where(letter => letter.State == LetterState.Draft);
        var organisations = db.OrganisationFacts;
        var troubles = db.MailTroubles;
        var lost = db.Checks.Where(check => check.LostAt != null);
        var onboarding = db.Partnerships.Where(p => p.State == PartnershipState.Onboarding);
        var looking = db.Partnerships.Where(p => p.State == PartnershipState.UnderReview);
        var waiting = db.Partnerships.Waiting();
        var consequences = db.Set<PartnershipConsequence>()
            .Where(item => item.DoneAt == null && item.Owner == PartnerSide.Organisation);
        var partners = db.Partnerships;
        var me = viewer.Person;
        return from a in cases.AsNoTracking()
            join r in rounds on a.Id equals r.Application into open
            from round in open.DefaultIfEmpty()
            select new CaseRow
            {
                Id = a.Id,
                Reference = a.Reference,
                Title = a.Title,
                Version = a.ProgramVersion,
                // Joined, it would come before the cases in the plan, and their order would be lost.
                HomeZone = organisations
                    .Where(organisation => organisation.Id == a.Organisation)
                    .Select(organisation => organisation.HomeZone)
                    .First(),
                Organisation = a.Organisation,
                Declared = a.Declarations.Any(d => d.Person == me),
                Lead = a.Lead,
                LeadSteppedAside =
                    a.Lead != null && a.Declarations.Any(d => d.Person == a.Lead && !d.Reads),
                State = a.State,
                Ball = a.Ball,
                BallSince = a.BallSince,
                DueAt = a.DueAt,
                SubmittedAt = a.SubmittedAt,
                EndedAt = a.EndedAt,
                Imported = a.ImportedWith != null,
                WaitedMilliseconds = a.WaitedMilliseconds,
                EventDate = a.EventDate,
                AnswerBy = a.Asked == null ? null : a.Asked.AnswerBy,
                AnswerCame =
                    a.Ball == Ball.Staff
                    && a.Thread.Any(entry =>
                        entry.Kind == EntryKind.Answer && entry.At == a.BallSince
                    ),
                Phase = round == null ? null : round.Phase,
                ClosesAt = round == null ? null : round.ClosesAt,
                Voted =
                    round == null ? 0 : round.Ballots.Count(ballot => ballot.StaleSince == null),
                Seats =
                    round == null
                        ? 0
                        : round.Seats.Count(seat =>
                            seat.Voting && seat.Standing == SeatStanding.Seated
                        ),
                LetterLeavesAt =
                    a.State == ApplicationState.Releasing
                        ? letters
                            .Where(letter => letter.Application == a.Id)
                            .Max(letter => letter.LeavesAt)
                        : null,
                LetterWritten =
                    a.State == ApplicationState.Deciding
                        ? written.Any(letter => letter.Application == a.Id)
                        : false,
                PutOffUntil = a.PutOffUntil,
                // The mail knows its record by the bare number; the cast is for the compiler alone.
                MailTrouble = troubles
                    .Where(mail =>
                        mail.Thread == (Guid)(object)a.Id
                        && a.Applicants.Any(applicant => applicant.Email == mail.Address)
                        && !a.Thread.Any(entry =>
                            (
                                entry.Audience == Audience.Staff
                                || entry.Audience == Audience.Reviewers
                            )
                            && entry.At > mail.TroubleAt
                        )
                    )
                    .Select(mail =>
                        (mail.RefusedAt != null ? "r" : "b")
                        + "\n"
                        + mail.Address
                        + "\n"
                        + mail.Status
                        + "\n"
                        + mail.Problem
                    )
                    .Min(),
                CheckLost = lost.Where(check =>
                        check.Application == a.Id
                        && !a.Thread.Any(entry =>
                            (
                                entry.Audience == Audience.Staff
                                || entry.Audience == Audience.Reviewers
                            )
                            && entry.At > check.LostAt
                        )
                    )
                    .Select(check => check.Sentence)
                    .Min(),
                Revisit = a.Revisit,
                Step = a.Step,
                AppealWaits = a.Appeal != null && a.Appeal.AnsweredAt == null,
                ConditionsBy =
                    a.State == ApplicationState.Approved || a.Revisit != null
                        ? onboarding
                            .Where(partner => partner.Application == a.Id)
                            .Max(partner => partner.ConditionsBy)
                        : null,
                ConditionDone =
                    a.State == ApplicationState.Approved
                        ? onboarding.Any(partner =>
                            partner.Application == a.Id
                            && partner.Conditions.Any(c => c.SettledAt == null && c.DoneAt != null)
                        )
                        : false,
                LooksAgain =
                    a.State == ApplicationState.Approved || a.Revisit != null
                        ? looking.Any(partner => partner.Application == a.Id)
                        : false,
                PartnerWaits =
                    a.State == ApplicationState.Approved
                        ? waiting.Any(partner => partner.Application == a.Id)
                        : false,
                LeavingDue =
                    a.State == ApplicationState.Approved
                        ? partners
                            .Where(partner => partner.Application == a.Id)
                            .SelectMany(partner =>
                                consequences.Where(item => item.Partnership == partner.Id)
                            )
                            .Min(item => (LocalDate?)item.Due)
                        : null,
                MyVoteWanted =
                    round != null
                    && round.Phase != RoundPhase.Casting
                    && round.Seats.Any(seat =>
                        seat.Person == me && seat.Voting && seat.Standing == SeatStanding.Seated
                    )
                    && !round.Ballots.Any(ballot =>
                        ballot.Person == me && ballot.StaleSince == null
                    ),
            };
    }
}
