using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Declarations;

/// <summary>Who decides about somebody's conflict of interest with a case: whoever leads their team there; about those who lead, and about staff, also whoever leads the board. Nobody decides about themselves, about a doubt of their own, or with a conflict of interest themselves.</summary>
internal static class WhoDecides
{
    /// <param name="seats">All of the organisation's.</param>
    /// <param name="conflicted">Who stepped aside from the case.</param>
    /// <param name="by">Who doubts; null where a conflict of interest is to be lifted.</param>
    public static IReadOnlyList<SeatFacts> Of(
        IReadOnlyList<SeatFacts> seats,
        Application application,
        IReadOnlyCollection<PersonId> conflicted,
        PersonId about,
        PersonId? by = null
    )
    {
        var theirs = seats.Where(seat => seat.Person == about).ToList();
        var teams = theirs
            .Select(seat => seat.Team)
            .Where(team => team == application.ReviewTeam || team == application.ConsultedTeam)
            .ToList();
        var chairs = seats
            .Where(seat =>
                seat is { Chair: true, Kind: TeamKind.WorkGroup or TeamKind.Board }
                && seat.Person != about
                && seat.Person != by
                && !conflicted.Contains(seat.Person)
            )
            .ToList();
        var board = chairs.Where(seat => seat.Kind == TeamKind.Board).ToList();
        var asWell = theirs.Exists(seat => seat.Chair || seat.Kind == TeamKind.Staff);
        var deciders = chairs
            .Where(seat => teams.Contains(seat.Team))
            .Concat(asWell ? board : [])
            .ToList();
        // A team whose chair cannot decide is not left without anybody who can.
        if (deciders.Count == 0)
            deciders = board.Count > 0 ? board : chairs;
        return [.. deciders.DistinctBy(seat => seat.Person)];
    }
}
