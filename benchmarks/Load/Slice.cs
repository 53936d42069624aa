using System.Diagnostics;
using System.Net.Sockets;

namespace Banyan.Benchmarks.Load;

/// <summary>What the connections to one server are to send: the next request, or null when none is left.</summary>
internal sealed record Side(System.Net.IPEndPoint End, Func<byte[]?> Next, Func<int, bool> Expects)
{
    /// <summary>There are only so many requests.</summary>
    public bool Scarce { get; init; }

    /// <summary>The same requests over and over, in turn.</summary>
    public static Side Of(
        System.Net.IPEndPoint end,
        IReadOnlyList<byte[]> requests,
        int status = 200
    )
    {
        var turn = -1;
        return new Side(
            end,
            () => requests[(int)((uint)Interlocked.Increment(ref turn) % (uint)requests.Count)],
            answered => answered == status
        );
    }

    /// <summary>Each request once: what it asks for can be done once.</summary>
    public static Side Once(System.Net.IPEndPoint end, IReadOnlyList<byte[]> requests, int status)
    {
        var turn = -1;
        return new Side(
            end,
            () =>
                Interlocked.Increment(ref turn) is var at && at < requests.Count
                    ? requests[at]
                    : null,
            answered => answered == status
        )
        {
            Scarce = true,
        };
    }
}

/// <summary>A number of connections to one server that all ask at once, for slices of time. They stay open between slices.</summary>
internal sealed class Crowd(Side side, int connections) : IDisposable
{
    private const int MostWrong = 20;
    private readonly Connection[] all =
    [
        .. Enumerable.Range(0, connections).Select(_ => new Connection(side.End)),
    ];

    public Tally Run(TimeSpan time)
    {
        var tallies = new Tally[all.Length];
        using var start = new Barrier(all.Length + 1);
        var threads = all.Select(
                (connection, number) =>
                {
                    var thread = new Thread(
                        () =>
                        {
                            start.SignalAndWait();
                            tallies[number] = Ask(connection, time);
                        },
                        256 * 1024
                    );
                    thread.Start();
                    return thread;
                }
            )
            .ToList();
        var watch = Stopwatch.StartNew();
        start.SignalAndWait();
        watch.Restart();
        foreach (var thread in threads)
            thread.Join();
        return Tally.Sum(tallies) with { Seconds = watch.Elapsed.TotalSeconds };
    }

    public void Dispose()
    {
        foreach (var connection in all)
            connection.Dispose();
    }

    private Tally Ask(Connection connection, TimeSpan time)
    {
        var tally = new Tally();
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        long began;
        while ((began = Stopwatch.GetTimestamp()) < end)
        {
            if (side.Next() is not { } request)
                return tally with { Ran = true };
            // Nothing is learned from a server that is gone.
            if (tally.Wrong.Count == MostWrong)
                return tally;
            try
            {
                var status = connection.Exchange(request);
                if (side.Expects(status))
                    tally.Ticks.Add(Stopwatch.GetTimestamp() - began);
                else
                    tally.Wrong.Add($"status {status}");
            }
            catch (Exception problem) when (problem is IOException or SocketException)
            {
                tally.Wrong.Add(problem.Message);
            }
        }
        return tally;
    }
}

/// <summary>What was asked and answered.</summary>
internal sealed record Tally
{
    /// <summary>Of each right answer, how long it took.</summary>
    public List<long> Ticks { get; init; } = [];
    public List<string> Wrong { get; init; } = [];
    public double Seconds { get; init; }

    /// <summary>No request was left to send.</summary>
    public bool Ran { get; init; }

    public double PerSecond => Ticks.Count / Seconds;

    public static Tally Sum(IReadOnlyCollection<Tally> parts) =>
        new()
        {
            Ticks = [.. parts.SelectMany(part => part.Ticks)],
            Wrong = [.. parts.SelectMany(part => part.Wrong)],
            Seconds = parts.Sum(part => part.Seconds),
            Ran = parts.Any(part => part.Ran),
        };

    /// <summary>The time within which this share was answered, in milliseconds.</summary>
    public double Milliseconds(double share)
    {
        if (Ticks.Count == 0)
            return double.NaN;
        var sorted = Ticks.Order().ToList();
        var at = Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1);
        return sorted[at] * 1000.0 / Stopwatch.Frequency;
    }
}
