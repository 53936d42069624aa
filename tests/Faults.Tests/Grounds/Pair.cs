using System.Diagnostics;
using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;
using Npgsql;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>Two PostgreSQL servers on two ports: one takes the writes, the other follows it, until the first is gone and the second is promoted.</summary>
internal sealed class Pair : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly int[] ports = [BanyanHost.FreePort(), BanyanHost.FreePort()];
    private int turn;
    private Wire? wire;
    private PostgresCluster? standby;

    public Pair() => Primary = PostgresCluster.OnPort(ports[0]);

    public PostgresCluster Primary { get; private set; }

    /// <summary>As an operator writes it: both, in the order in which they were set up.</summary>
    public string ConnectionTo(string database) => PostgresCluster.ConnectionTo(database, ports);

    /// <summary>Sets up a standby for whichever server is the primary now.</summary>
    /// <param name="synchronous">A write is acknowledged when the standby has it on its disk.</param>
    public async Task FollowAsync(bool synchronous)
    {
        wire = new Wire(ports[turn % 2]);
        standby = Primary.Follow(onPort: ports[(turn + 1) % 2], source: wire.Port);
        if (synchronous)
            await Primary.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await Primary.ExecuteAsync("SELECT pg_reload_conf()");
        await FollowsAsync(synchronous ? "sync" : "async");
    }

    /// <summary>The standby gets nothing more.</summary>
    public void CutOff() => wire!.Cut();

    /// <summary>The primary is gone, with all that only it knew.</summary>
    public void LosePrimary()
    {
        Primary.Kill();
        Primary.LoseData();
    }

    /// <summary>What the page about incidents tells an operator to do.</summary>
    public async Task PromoteAsync()
    {
        standby!.Promote();
        (Primary, standby) = (standby, null);
        turn++;
        wire!.Dispose();
        await Primary.ExecuteAsync("ALTER SYSTEM RESET synchronous_standby_names");
        await Primary.ExecuteAsync("SELECT pg_reload_conf()");
    }

    public void Dispose()
    {
        wire?.Dispose();
        standby?.Stop(Signals.Quit);
        Primary.Stop(Signals.Quit);
    }

    private async Task FollowsAsync(string how)
    {
        await using var connection = new NpgsqlConnection(
            Primary.ConnectionTo("postgres") + ";Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'";
        var watch = Stopwatch.StartNew();
        while ($"{await command.ExecuteScalarAsync()}" is var state && state != how)
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException(
                    $"The standby follows as \"{state}\", not as \"{how}\"."
                );
            await Task.Delay(50);
        }
    }
}
