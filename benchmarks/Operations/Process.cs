using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;

namespace Banyan.Benchmarks.Operations;

/// <summary>What is told in seconds and in memory, for the process as a whole.</summary>
internal static class Process
{
    // Needs no database, and is answered as soon as anything is.
    private const string Alive = "/mark.svg";
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(3);

    /// <summary>From the start of the process, on a database with all its cases, over and over.</summary>
    public static IEnumerable<Figure> Start(PreparedSite site, string database, int times)
    {
        var (alive, first) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            using var banyan = site.Start();
            banyan.UntilAnswered(Alive);
            alive.Add(watch.Elapsed.TotalSeconds);
            banyan.UntilAnswered("/");
            first.Add(watch.Elapsed.TotalSeconds);
        }
        yield return new Figure(
            "start to the first answer",
            database,
            Race.Median(alive),
            "s",
            0.6
        );
        yield return new Figure("start to the first page", database, Race.Median(first), "s", 1);
    }

    public static Figure? Idle(Ground ground)
    {
        Thread.Sleep(s_idle);
        return Memory(ground, "memory, idle", 150);
    }

    public static Figure? After(Ground ground) => Memory(ground, "memory, after the run", 300);

    private static Figure? Memory(Ground ground, string name, double goal) =>
        ground.Banyan.Memory() is { } used
            ? new Figure(name, ground.Database, used, "MiB", goal)
            : null;
}
