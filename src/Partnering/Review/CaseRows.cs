using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
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
        var organisations = db.OrganisationFacts;
        var people = db.PersonFacts;
        var desk = db.SeatFacts.Where(seat => seat.Kind == TeamKind.Staff);
        var refused = db
            .Letters.Where(letter => letter.State == LetterState.Left)
            .SelectMany(
                letter => letter.Recipients.Where(recipient => recipient.Problem != null),
                (letter, recipient) =>
                    new
                    {
                        letter.Application,
                        letter.LeftAt,
                        Words = recipient.Email + ": " + recipient.Problem,
                    }
            );
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
                PutOffUntil = a.PutOffUntil,
                MailRefused = refused
                    .Where(mail =>
                        mail.Application == a.Id
                        && !a.Thread.Any(entry =>
                            entry.Audience != Audience.Applicant && entry.At > mail.LeftAt
                        )
                    )
                    .Select(mail => mail.Words)
                    .Min(),
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
