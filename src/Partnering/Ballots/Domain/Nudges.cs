using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

internal enum NudgeTo
{
    /// <summary>Members with a vote who have not cast one.</summary>
    Silent,

    /// <summary>Whoever leads the team hears who they are.</summary>
    Chair,
}

/// <summary>When a round reminds of itself: seven and two days before its end, on the morning of its last day, and, where it goes on beyond the end announced at opening, two days after that.</summary>
internal static class Nudges
{
    private static readonly LocalTime s_morning = new(8, 0);
    private static readonly Duration s_week = Duration.FromDays(7);
    private static readonly Duration s_twoDays = Duration.FromDays(2);

    /// <param name="zone">The organisation's; its morning is meant.</param>
    /// <returns>In the order in which they come.</returns>
    public static IReadOnlyList<(Instant At, NudgeTo To)> Of(BallotRound round, DateTimeZone zone)
    {
        IEnumerable<(Instant At, NudgeTo To)> all =
        [
            (round.ClosesAt - s_week, NudgeTo.Silent),
            (round.ClosesAt - s_twoDays, NudgeTo.Silent),
            (LastMorning(round.ClosesAt, zone), NudgeTo.Silent),
            (round.FirstEnd + s_twoDays, NudgeTo.Chair),
        ];
        return [.. all.Where(nudge => nudge.At > round.OpenedAt).OrderBy(nudge => nudge.At)];
    }

    /// <summary>The last morning before the end, which is the day before where the end is earlier in the day.</summary>
    private static Instant LastMorning(Instant end, DateTimeZone zone)
    {
        var day = end.InZone(zone).Date;
        var morning = day.At(s_morning).InZoneLeniently(zone).ToInstant();
        return morning < end
            ? morning
            : day.PlusDays(-1).At(s_morning).InZoneLeniently(zone).ToInstant();
    }
}
