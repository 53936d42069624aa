using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>Several workers at one queue. Each claim here goes through a gate of its own, as if from a process of its own.</summary>
public sealed class ClaimTests
{
    private static readonly Duration Lease = Duration.FromMinutes(2);

    [Theory]
    [EachDatabase]
    public async Task Two_workers_never_take_the_same_item(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var keys = Enumerable.Range(1, 60).Select(number => $"lantern/{number}").ToList();
        await PlanAsync(host, keys);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAllAsync(host)));
        taken.SelectMany(keysOfOne => keysOfOne).Order().ShouldBe(keys.Order());
    }

    [Theory]
    [EachDatabase]
    public async Task The_earliest_due_is_taken_first_and_nothing_before_it_is_due(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await host.CommitAsync(
            Outcome
                .Of(Actor.Rule, now)
                .Then(
                    Happenings.Plan("later", now + Duration.FromMilliseconds(1)),
                    Happenings.Plan("second", now),
                    Happenings.Plan("first", now - Duration.FromMinutes(1))
                )
        );
        (await TakeAsync(host, Lease, count: 1)).Select(item => item.Key).ShouldBe(["first"]);
        (await TakeAsync(host, Lease)).Select(item => item.Key).ShouldBe(["second"]);
    }

    [Theory]
    [EachDatabase]
    public async Task A_lease_runs_by_the_clock_of_the_database(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host, ["lantern/1"]);
        (await TakeAsync(host, Lease)).ShouldHaveSingleItem();
        // A node whose clock is a day ahead has no say in it.
        host.Clock.Advance(Duration.FromDays(1));
        (await TakeAsync(host, Lease)).ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_worker_whose_lease_ran_out_cannot_finish_a_later_claim(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host, ["lantern/1"]);
        var late = (await TakeAsync(host, Duration.FromSeconds(-1))).ShouldHaveSingleItem();
        var second = (await TakeAsync(host, Lease)).ShouldHaveSingleItem();
        (late.Attempts, second.Attempts).ShouldBe((1, 2));
        var now = host.Clock.Now;
        (await host.DbAsync(db => WorkQueue.DoneAsync(db, OwnGate(), late, now, Ct))).ShouldBe(
            false
        );
        (
            await host.DbAsync(db => WorkQueue.RetryAsync(db, OwnGate(), late, "late", now, Ct))
        ).ShouldBe(false);
        (await host.DbAsync(db => WorkQueue.DoneAsync(db, OwnGate(), second, now, Ct))).ShouldBe(
            true
        );
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static WriteGate OwnGate() => new(single: false);

    private static async Task<List<string>> TakeAllAsync(BanyanHost host)
    {
        var all = new List<string>();
        while (await TakeAsync(host, Lease, count: 3) is { Count: > 0 } items)
            all.AddRange(items.Select(item => item.Key));
        return all;
    }

    private static Task<List<WorkItem>> TakeAsync(
        BanyanHost host,
        Duration lease,
        int count = 10
    ) => host.DbAsync(db => WorkQueue.ClaimAsync(db, OwnGate(), host.Clock.Now, count, lease, Ct));

    private static Task<Outcome> PlanAsync(BanyanHost host, IEnumerable<string> keys) =>
        host.CommitAsync(
            Outcome
                .Of(Actor.Rule, host.Clock.Now)
                .Then([.. keys.Select(key => Happenings.Plan(key, host.Clock.Now))])
        );
}
