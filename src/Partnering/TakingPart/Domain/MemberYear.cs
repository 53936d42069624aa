using Banyan.Kernel.Domain;

namespace Banyan.Partnering.TakingPart.Domain;

/// <summary>How a member took part in the votes of one year.</summary>
/// <param name="Rounds">Closed rounds in which they had a voting seat, without those from which a conflict of interest took them.</param>
/// <param name="Cast">In how many of these they voted.</param>
/// <param name="Recused">From how many a conflict of interest took them; these do not count.</param>
internal sealed record MemberYear(PersonId Person, string Name, int Rounds, int Cast, int Recused)
{
    /// <summary>The share of the year's votes in which a member is expected to vote, in percent.</summary>
    public const int Expected = 60;

    /// <summary>In whole percent, rounded down, so that nobody reaches a number by rounding; null without a round.</summary>
    public int? Percent => Rounds == 0 ? null : Cast * 100 / Rounds;

    public bool? IsEnough => Percent is { } percent ? percent >= Expected : null;

    /// <summary>Adds up the seats of all rounds of a year, one line a member.</summary>
    public static IReadOnlyList<MemberYear> Of(IEnumerable<SeatTaken> seats) =>
        [
            .. seats
                .GroupBy(seat => seat.Person)
                .Select(member => new MemberYear(
                    member.Key,
                    member.Last().Name,
                    member.Count(seat => !seat.Recused),
                    member.Count(seat => !seat.Recused && seat.Voted),
                    member.Count(seat => seat.Recused)
                )),
        ];
}

/// <summary>One voting seat in one closed round.</summary>
internal sealed record SeatTaken(PersonId Person, string Name, bool Recused, bool Voted);

/// <summary>How many seats speak for a region; none for one that the team should cover and does not.</summary>
internal sealed record RegionSeats(string Region, int Seats)
{
    /// <summary>Every region that has a seat or should have one; how a name is written does not make it another.</summary>
    public static IReadOnlyList<RegionSeats> Of(
        IEnumerable<string> seats,
        IEnumerable<string> toCover
    )
    {
        var held = seats
            .Where(region => region.Length > 0)
            .GroupBy(region => region, StringComparer.OrdinalIgnoreCase)
            .Select(group => new RegionSeats(group.First(), group.Count()))
            .ToList();
        return
        [
            .. held.Concat(
                    toCover
                        .Where(wanted =>
                            !held.Exists(region =>
                                string.Equals(
                                    region.Region,
                                    wanted,
                                    StringComparison.OrdinalIgnoreCase
                                )
                            )
                        )
                        .Select(wanted => new RegionSeats(wanted, 0))
                )
                .OrderBy(region => region.Region, StringComparer.CurrentCulture),
        ];
    }
}
