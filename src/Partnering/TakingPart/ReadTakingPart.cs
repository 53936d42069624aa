using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.TakingPart.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.TakingPart;

/// <summary>A team's year as the viewer may see it.</summary>
/// <param name="All">All members are shown; else the viewer's own line alone.</param>
internal sealed record TeamYear(
    string Organisation,
    string Team,
    string TeamName,
    int Year,
    int ThisYear,
    bool All,
    IReadOnlyList<MemberYear> Members,
    IReadOnlyList<RegionSeats> Regions,
    int WithoutRegion
);

/// <summary>Who took part in the votes of a team, in a fixed number of statements however many rounds and members there are.</summary>
internal sealed class ReadTakingPart(BanyanDb db, Viewer viewer, IClock clock)
{
    private const int FirstYear = 2000;

    /// <returns>Null for a team that does not vote, is not there, or is not the viewer's to see.</returns>
    public async Task<TeamYear?> OfAsync(
        string organisation,
        string team,
        string? typedYear,
        CancellationToken ct
    )
    {
        var home = await db.OrganisationFacts.SingleOrDefaultAsync(o => o.Slug == organisation, ct);
        if (home is null || ShowsAll(home.Id, team) is not { } all)
            return null;
        var id = home.Id;
        var facts = await db.TeamFacts.SingleOrDefaultAsync(
            t =>
                t.Organisation == id
                && t.Slug == team
                && (t.Kind == TeamKind.WorkGroup || t.Kind == TeamKind.Board),
            ct
        );
        if (facts is null)
            return null;
        var thisYear = clock.GetCurrentInstant().InZone(home.Zone).Year;
        var year =
            int.TryParse(typedYear, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && asked >= FirstYear
            && asked <= thisYear
                ? asked
                : thisYear;
        var seats = (await ReviewTeam.OfAsync(db, id, facts.Slug, ct)).Where(seat => seat.Voting);
        var sitting = seats.ToList();
        var members = MemberYear.Of(await TakenAsync(home, facts.Slug, year, ct));
        return new TeamYear(
            home.Slug,
            facts.Slug,
            facts.Name,
            year,
            thisYear,
            all,
            [
                .. members
                    .Concat(
                        sitting
                            .Where(seat =>
                                year == thisYear
                                && members.All(member => member.Person != seat.Person)
                            )
                            .Select(seat => new MemberYear(
                                seat.Person,
                                ReviewTeam.NameOf(seat),
                                0,
                                0,
                                0
                            ))
                    )
                    .Where(member => all || member.Person == viewer.Person)
                    .OrderBy(member => member.Name, StringComparer.CurrentCulture)
                    .ThenBy(member => member.Person.Value),
            ],
            RegionSeats.Of(sitting.Select(seat => seat.Region), facts.RegionsToCover),
            sitting.Count(seat => seat.Region.Length == 0)
        );
    }

    /// <summary>Owners and whoever leads the team see everybody, a member themselves; null: nothing is theirs here.</summary>
    private bool? ShowsAll(OrganisationId organisation, string team)
    {
        var here = viewer
            .Seats.Where(seat =>
                seat.Organisation == organisation
                && seat.Permissions.Contains(CasePermissions.TakingPart)
                && (seat.Kind == TeamKind.Owners || seat.Team == team)
            )
            .ToList();
        return here.Count == 0
            ? null
            : here.Exists(seat => seat.Kind == TeamKind.Owners || seat.Chair);
    }

    /// <summary>Not one that was stopped, nor one that ended because too few were left who might vote.</summary>
    private static bool CouldBeVotedIn(BallotRound round) =>
        round.Result
            is { Outcome: not RoundOutcome.Stopped, Reason: not RoundReason.TooFewMembers };

    /// <summary>A vote that ended before the days announced is held against nobody who was still silent then.</summary>
    private static bool HadTheTime(BallotRound round, RoundSeat seat) =>
        round.ClosedAt >= round.FirstEnd
        || seat.Standing == SeatStanding.Recused
        || round.BallotOf(seat.Person) is not null;

    /// <summary>A round belongs to the year in which it closed.</summary>
    private async Task<List<SeatTaken>> TakenAsync(
        OrganisationFacts home,
        string team,
        int year,
        CancellationToken ct
    )
    {
        var from = home.Zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();
        var until = home.Zone.AtStartOfDay(new LocalDate(year + 1, 1, 1)).ToInstant();
        var id = home.Id;
        var cases = db.Applications.Where(a => a.Organisation == id);
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(round =>
                round.Team == team
                && round.ClosedAt >= from
                && round.ClosedAt < until
                && cases.Any(a => a.Id == round.Application)
            )
            .Include(round => round.Seats)
            .Include(round => round.Ballots)
            .OrderBy(round => round.ClosedAt)
            .ThenBy(round => round.Id)
            .AsSplitQuery()
            .ToListAsync(ct);
        return
        [
            .. rounds
                .Where(CouldBeVotedIn)
                .SelectMany(round =>
                    round
                        .Seats.Where(seat => seat.Voting && HadTheTime(round, seat))
                        .Select(seat => new SeatTaken(
                            seat.Person,
                            seat.Name,
                            seat.Standing == SeatStanding.Recused,
                            round.BallotOf(seat.Person) is not null
                        ))
                ),
        ];
    }
}
