using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Organisations.Domain;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>Does with one seat what its course asks for: notice before the end of a term, the yearly question, its reminder, the end. One row of work a seat, which plans its next look.</summary>
internal sealed class KeepSeat(BanyanDb db, SeatLetter letter, IClock clock) : IWorkHandler
{
    private static readonly Duration s_lastOwnerAgain = Duration.FromDays(7);

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var look = item.Read<SeatLook>();
        var id = new TeamId(look.Team);
        var team = await db.Teams.Include(t => t.Members).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (team?.Members.SingleOrDefault(member => member.Id == look.Seat) is not { } seat)
            return;
        if (seat.Until is not null)
            return;
        var about = new SeatCase(
            team,
            seat,
            await db.People.SingleAsync(p => p.Id == seat.PersonId, ct),
            await db.Organisations.SingleAsync(o => o.Id == team.OrganisationId, ct),
            clock.GetCurrentInstant()
        );
        await db.CommitOrTryAgainAsync(await StepsAsync(about, ct), ct);
    }

    private async Task<Outcome> StepsAsync(SeatCase about, CancellationToken ct)
    {
        var (seat, now) = (about.Seat, about.Now);
        var outcome = Outcome.Of(Actor.Rule, now);
        while (true)
        {
            var (step, next) = SeatCourse.At(seat, about.Team.Kind, now, about.Zone);
            switch (step)
            {
                case SeatStep.Wait:
                    return next is { } at ? outcome.Then(seat.LookAt(at)) : outcome;
                case SeatStep.AskToGoOn:
                    seat.Ask(now);
                    outcome = outcome.Then(letter.Asked(about));
                    break;
                case SeatStep.Remind:
                    seat.Remind(now);
                    outcome = outcome.Then(letter.Reminded(about));
                    break;
                case SeatStep.TellOfEnd:
                    seat.TellOfEnd(now);
                    outcome = outcome.Then(letter.TermEnds(about));
                    break;
                case SeatStep.EndForSilence:
                    return await EndAsync(about, TeamMemberRemoved.NotConfirmed, outcome, ct);
                case SeatStep.EndOfTerm:
                    return await EndAsync(about, TeamMemberRemoved.TermOver, outcome, ct);
                default:
                    throw new InvalidOperationException($"No such step: {step}.");
            }
        }
    }

    private async Task<Outcome> EndAsync(
        SeatCase about,
        string reason,
        Outcome outcome,
        CancellationToken ct
    )
    {
        var ended = about.Team.Remove(about.Person.Id, Actor.Rule, about.Now, reason);
        // The last owner stays until there is another one.
        if (!ended.Done)
            return outcome.Then(about.Seat.LookAt(about.Now + s_lastOwnerAgain));
        var organisation = about.Organisation.Id;
        var slug = about.Team.Slug;
        var told = await db
            .SeatFacts.Where(seat => seat.Organisation == organisation)
            .Where(seat =>
                seat.Kind == Kernel.Access.TeamKind.Owners || seat.Team == slug && seat.Chair
            )
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);
        return outcome
            .And(ended)
            .Then([
                letter.Ended(about, reason),
                .. told.Where(seat => seat.Person != about.Person.Id)
                    .DistinctBy(seat => seat.Person)
                    .Select(seat => letter.TellOfEnd(about, seat, reason)),
            ]);
    }
}

/// <summary>A seat at the moment at which a rule looks at it.</summary>
internal sealed record SeatCase(
    Team Team,
    TeamMember Seat,
    Person Person,
    Organisation Organisation,
    Instant Now
)
{
    public DateTimeZone Zone => Zones.Of(Organisation.HomeZone);

    public string PersonName => Person.Name.Length > 0 ? Person.Name : Person.Email;
}
