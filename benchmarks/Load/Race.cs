namespace Banyan.Benchmarks.Load;

/// <summary>How long and how often one measures.</summary>
/// <param name="WarmUps">How often one warms up at most: a program that is compiled while it runs gets faster for a while.</param>
internal sealed record Pace(TimeSpan Slice, int Slices, TimeSpan WarmUp, int WarmUps)
{
    public static readonly Pace Quick = new(
        TimeSpan.FromMilliseconds(400),
        4,
        TimeSpan.FromSeconds(1),
        3
    );
    public static readonly Pace Whole = new(
        TimeSpan.FromMilliseconds(500),
        12,
        TimeSpan.FromSeconds(2.5),
        5
    );
}

/// <summary>The ceiling and a target in turn, slice by slice over the same number of connections: what disturbs the machine disturbs both.</summary>
internal static class Race
{
    public static Lap Run(Side ceiling, Side target, int connections, Pace pace)
    {
        using var above = new Crowd(ceiling, connections);
        using var below = new Crowd(target, connections);
        above.Run(pace.WarmUp / 5);
        var right = WarmUp(below, target.Scarce ? 1 : pace.WarmUps, pace.WarmUp);
        var laps = new List<(Tally Ceiling, Tally Target)>();
        for (var slice = 0; slice < pace.Slices; slice++)
        {
            var best = above.Run(pace.Slice);
            var done = below.Run(pace.Slice);
            right += done.Ticks.Count;
            // A slice cut short by the end of the requests says nothing of their rate.
            if (done.Ran)
                break;
            laps.Add((best, done));
        }
        return new Lap(
            Median(laps.Select(lap => lap.Ceiling.PerSecond / lap.Target.PerSecond)),
            Tally.Sum([.. laps.Select(lap => lap.Ceiling)]),
            Tally.Sum([.. laps.Select(lap => lap.Target)]),
            right
        );
    }

    /// <summary>Until it gets no faster.</summary>
    private static int WarmUp(Crowd crowd, int most, TimeSpan time)
    {
        const double Faster = 1.05;
        var (right, before) = (0, 0.0);
        for (var turn = 0; turn < most; turn++)
        {
            var done = crowd.Run(time);
            right += done.Ticks.Count;
            if (done.PerSecond < before * Faster)
                break;
            before = done.PerSecond;
        }
        return right;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
            return double.NaN;
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <param name="Ratio">How many times as many requests a second the ceiling answered: the median over the slices.</param>
/// <param name="Right">How many right answers the target gave in all, those before the measuring too.</param>
internal sealed record Lap(double Ratio, Tally Ceiling, Tally Target, int Right);
