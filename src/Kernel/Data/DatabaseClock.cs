using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Kernel.Data;

/// <summary>
/// One clock for all nodes of a PostgreSQL: where the machine's own is more than a second away from the database's, the database's counts. What one node says is
/// over then is over on each. Without a PostgreSQL it is the machine's own.
/// </summary>
public sealed class DatabaseClock(IClock machine) : IClock
{
    /// <summary>Milliseconds since 1970, in a statement.</summary>
    public const string Now = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    // What is asked over a network is known no better.
    private static readonly Duration Tolerated = Duration.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private readonly Lock turn = new();
    private (long Tick, Instant Machine)? compared;
    private long ahead;

    /// <summary>How far the machine's clock is ahead of the database's; zero where that is not worth a correction.</summary>
    public Duration Ahead => Duration.FromMilliseconds(Interlocked.Read(ref ahead));

    public Instant GetCurrentInstant() => machine.GetCurrentInstant() - Ahead;

    /// <summary>Never compared, a while ago, or the machine's clock has jumped since.</summary>
    internal bool IsToBeCompared
    {
        get
        {
            lock (turn)
                return compared is not { } last
                    || Stopwatch.GetElapsedTime(last.Tick) is var since && since >= Every
                    || IsFar(
                        machine.GetCurrentInstant() - last.Machine - Duration.FromTimeSpan(since)
                    );
        }
    }

    /// <summary>Asks the database what time it is.</summary>
    /// <returns>Whether what counts has changed.</returns>
    public async Task<bool> CompareAsync(DbConnection connection, CancellationToken ct)
    {
        var asked = machine.GetCurrentInstant();
        var tick = Stopwatch.GetTimestamp();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Now}";
        var theirs = Instant.FromUnixTimeMilliseconds(
            Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture)
        );
        var took = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(tick));
        // An answer that was so long on its way says too little; the next connection asks again.
        if (IsFar(took))
            return false;
        var now = asked + took / 2 - theirs;
        if (!IsFar(now))
            now = Duration.Zero;
        lock (turn)
        {
            compared = (tick, asked);
            if (!IsFar(now - Ahead))
                return false;
            Interlocked.Exchange(ref ahead, (long)now.TotalMilliseconds);
            return true;
        }
    }

    private static bool IsFar(Duration apart) => apart > Tolerated || apart < -Tolerated;
}

/// <summary>Compares the clocks before a connection is used, where that is due.</summary>
internal sealed partial class KeepsTime(DatabaseClock clock, ILogger<KeepsTime> log)
    : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (!clock.IsToBeCompared || !await clock.CompareAsync(connection, cancellationToken))
            return;
        if (clock.Ahead == Duration.Zero)
            Agrees(log);
        else
            Differs(log, clock.Ahead.TotalSeconds);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "the clock of this machine is {Seconds} s ahead of the database's, by which times are judged now"
    )]
    private static partial void Differs(ILogger log, double seconds);

    [LoggerMessage(LogLevel.Information, "the clock of this machine agrees with the database's")]
    private static partial void Agrees(ILogger log);
}
