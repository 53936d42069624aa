using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>Two nodes are restarted one after the other while people write.</summary>
public sealed class RollingTests
{
    private const string Crowd = "R";
    private const string Dropped = "Q";

    [Fact]
    public async Task No_request_fails_while_two_nodes_are_restarted_in_turn()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        var rounds = Rounds.Of(20, sample: 1);
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        var seeding = await Seeding.PlantAsync(ground, cases: 3);
        var before = (await Kept.ReadAsync(ground, Crowd)).Balances;
        using var history = new History();
        using var first = RunningSite.On(ground);
        using var second = RunningSite.On(ground, $"--Banyan:BaseUrl={first.Address}");
        using var balancer = new Balancer([first, second]);
        using var crowd = new Crowd(Crowd, first.Address, seeding, history, balancer.Client);
        await first.StartAndWaitAsync();
        await second.StartAndWaitAsync();
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        for (var round = 0; round < rounds; round++)
            foreach (var node in (RunningSite[])[first, second])
            {
                await crowd.AcknowledgedAsync(more: 20);
                node.Stop();
                await node.StartAndWaitAsync();
            }
        await crowd.AcknowledgedAsync(more: 20);
        await stop.CancelAsync();
        await writing;
        var failed = await SelfTestAsync(first, second, seeding);
        first.Stop();
        second.Stop();
        Verdict.Of(history.Endings, await Kept.ReadAsync(ground, Crowd), before).ShouldBeClean();
        crowd.Statuses.Keys.ShouldBeSubsetOf([303, 422]);
        crowd.Failed.ShouldBe(0);
        Figures.Add(
            "R7",
            $"Postgres: {crowd.Failed} of {crowd.Statuses.Values.Sum():N0} requests failed in {rounds * 2} restarts of two nodes in turn; {balancer.SentOn:N0} were sent on to the other node"
        );
        Figures.Add(
            "R7",
            $"Postgres: self-test: behind a balancer that sends nothing on, {failed:N0} requests fail while one node is away"
        );
    }

    private static async Task<int> SelfTestAsync(
        RunningSite first,
        RunningSite second,
        Seeding seeding
    )
    {
        using var history = new History();
        using var drops = new Balancer([first, second], mostTries: 1);
        using var crowd = new Crowd(Dropped, first.Address, seeding, history, drops.Client);
        second.Stop();
        await crowd.WriteForAsync(TimeSpan.FromSeconds(1));
        crowd.Failed.ShouldBeGreaterThan(0);
        return crowd.Failed;
    }
}
