using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Declarations.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

/// <summary>
/// Which open cases want staff now, what is due first on top. Each reason finds its own in an index, and no more of them than are shown: asked as one
/// condition, the database would look at every open case.
/// </summary>
internal static class DeskToday
{
    public static IQueryable<ApplicationId> Of(
        BanyanDb db,
        Viewer viewer,
        Instant soon,
        LocalDate tomorrow,
        int most
    )
    {
        var organisations = viewer.OrganisationsWhere(CasePermissions.Read);
        var cases = Desk(db.Applications);
        var closing = db
            .Rounds.Where(round => round.ClosedAt == null && round.ClosesAt <= soon)
            .Select(round => round.Application);
        // A case that waits for an answer is due when the day of the answer is over.
        var late = tomorrow.AtMidnight().InUtc().ToInstant();
        // Of what is found by something rarer than its day, all is taken: told to begin with what is due first, a database reads every open case.
        var wanted = First(cases.Where(a => a.Ball == Ball.Staff))
            .Union(First(cases.Where(a => a.Ball == Ball.Nobody && a.State == Releasing)))
            .Union(
                First(
                    cases.Where(a =>
                        a.Ball == Ball.Applicant
                        && a.DueAt <= late
                        && a.Asked != null
                        && a.Asked.AnswerBy < tomorrow
                    )
                )
            )
            .Union(
                cases.Where(a => a.State == InReview && closing.Contains(a.Id)).Select(a => a.Id)
            )
            .Union(Desk(LeadHasLeft(db, organisations)).Select(a => a.Id))
            .Union(LeadIsRecused(db, cases).Select(a => a.Id));
        return First(db.Applications.Where(a => wanted.Contains(a.Id)));

        IQueryable<Application> Desk(IQueryable<Application> some)
        {
            var mine = some.OnDeskOf(viewer, CasePermissions.Read);
            if (organisations is [var only])
                mine = mine.Where(a => a.Organisation == only);
            return mine.Where(a => a.DueAt != null);
        }

        IQueryable<ApplicationId> First(IQueryable<Application> some) =>
            some.OrderBy(a => a.DueAt).ThenBy(a => a.Reference).Select(a => a.Id).Take(most);
    }

    /// <summary>
    /// Who leads is asked first: they are few, and mostly all of them are there. And it is asked of a case before anything else is: SQLite keeps the order
    /// of such questions, and the others cost it five times as much.
    /// </summary>
    private static IQueryable<Application> LeadHasLeft(
        BanyanDb db,
        IReadOnlyList<Kernel.Domain.OrganisationId> organisations
    )
    {
        var desk = db.SeatFacts.Where(seat => seat.Kind == TeamKind.Staff);
        var gone = db
            .Applications.Where(a =>
                organisations.Contains(a.Organisation) && a.DueAt != null && a.Lead != null
            )
            .Select(a => new { a.Organisation, a.Lead })
            .Distinct()
            .Where(led =>
                !desk.Any(seat => seat.Person == led.Lead && seat.Organisation == led.Organisation)
            )
            .Select(led => led.Lead);
        // Who has left one organisation may lead in another.
        return db.Applications.Where(a =>
            a.Lead != null
            && gone.Contains(a.Lead)
            && !desk.Any(seat => seat.Person == a.Lead && seat.Organisation == a.Organisation)
        );
    }

    private static IQueryable<Application> LeadIsRecused(BanyanDb db, IQueryable<Application> cases)
    {
        var recused = db.Declarations.Where(d => !d.Reads).Select(d => d.Application);
        return cases.Where(a =>
            recused.Contains(a.Id) && a.Declarations.Any(d => d.Person == a.Lead && !d.Reads)
        );
    }
}
