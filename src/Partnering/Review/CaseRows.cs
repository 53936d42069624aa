using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Checks.Data;
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
    public static IQueryable<CaseRow> Rows(
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
        var people = db.PersonFacts;
        var desk = db.SeatFacts.Where(seat => seat.Kind == TeamKind.Staff);
        var troubles = db.MailTroubles;
        var lost = db.Checks.Where(check => check.LostAt != null);
        var onboarding = db.Partnerships.Where(p => p.State == PartnershipState.Onboarding);
        var looking = db.Partnerships.Where(p => p.State == PartnershipState.UnderReview);
        var me = viewer.Person;
        var absences = db.Absences.Where(absence => absence.StandIn == me);
        var staff = viewer.OrganisationsWhere(CasePermissions.Read);
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
                Declared =
                    staff.Contains(a.Organisation) || a.Declarations.Any(d => d.Person == me),
                LeadHasLeft =
                    a.DueAt != null
                    && a.Lead != null
                    && (
                        !desk.Any(seat =>
                            seat.Person == a.Lead && seat.Organisation == a.Organisation
                        ) || a.Declarations.Any(d => d.Person == a.Lead && !d.Reads)
                    ),
                StandsInFrom = absences
                    .Where(absence => absence.Person == a.Lead)
                    .Select(absence => (LocalDate?)absence.From)
                    .FirstOrDefault(),
                StandsInUntil = absences
                    .Where(absence => absence.Person == a.Lead)
                    .Select(absence => (LocalDate?)absence.Until)
                    .FirstOrDefault(),
                State = a.State,
                Ball = a.Ball,
                BallSince = a.BallSince,
                DueAt = a.DueAt,
                Lead =
                    a.Lead == null
                        ? null
                        : people.Where(p => p.Id == a.Lead).Select(p => p.Name).FirstOrDefault(),
                SubmittedAt = a.SubmittedAt,
                EndedAt = a.EndedAt,
                Imported = a.ImportedWith != null,
                WaitedMilliseconds = a.WaitedMilliseconds,
                EventDate = a.EventDate,
                AnswerBy = a.Asked == null ? null : a.Asked.AnswerBy,
                AnswerCame = a.Thread.Any(entry =>
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
                LetterLeavesAt = letters
                    .Where(letter => letter.Application == a.Id)
                    .Max(letter => letter.LeavesAt),
                LetterWritten = written.Any(letter => letter.Application == a.Id),
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
                ConditionsBy = onboarding
                    .Where(partner => partner.Application == a.Id)
                    .Max(partner => partner.ConditionsBy),
                ConditionDone = onboarding.Any(partner =>
                    partner.Application == a.Id
                    && partner.Conditions.Any(c => c.SettledAt == null && c.DoneAt != null)
                ),
                LooksAgain = looking.Any(partner => partner.Application == a.Id),
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
