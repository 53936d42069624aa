using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>What becomes of planned work before it is due.</summary>
public sealed class PlannedWorkTests
{
    [Theory]
    [EachDatabase]
    public async Task Planning_the_same_key_again_moves_the_work(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await PlanAsync(host, Happenings.Plan("a", now, payload: new { colour = "green" }));
        var later = now + Duration.FromDays(3);
        await PlanAsync(host, Happenings.Plan("a", later, payload: new { colour = "red" }));
        var item = (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();
        (item.DueAt, item.Payload, item.DoneAt).ShouldBe((later, """{"colour":"red"}""", null));
    }

    [Theory]
    [EachDatabase]
    public async Task Cancelled_work_is_never_done(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await PlanAsync(host, Happenings.Plan("a", now + Duration.FromHours(1)));
        await PlanAsync(host, new WorkChange.Cancel("a"));
        (await host.WorkAfterAsync(Duration.FromHours(2))).ShouldBe(0);
        var item = (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();
        (item.Cancelled, item.DoneAt, item.Attempts).ShouldBe((true, now, 0));
    }

    [Theory]
    [EachDatabase]
    public async Task Work_may_be_planned_again_after_it_was_cancelled(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await PlanAsync(host, Happenings.Plan("a", now));
        await PlanAsync(host, new WorkChange.Cancel("a"));
        await PlanAsync(host, Happenings.Plan("a", now));
        (await host.DbAsync(db => db.WorkAsync()))
            .Select(item => item.Cancelled)
            .ShouldBe([true, false]);
    }

    [Theory]
    [EachDatabase]
    public async Task Planned_and_cancelled_in_one_commit_is_not_done(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host, Happenings.Plan("a", host.Clock.Now), new WorkChange.Cancel("a"));
        (await host.WorkAsync()).ShouldBe(0);
    }

    [Theory]
    [EachDatabase]
    public async Task Cancelling_what_was_never_planned_changes_nothing(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host, new WorkChange.Cancel("a"));
        (await host.CountsAsync()).ShouldBe((0, 0, 0));
    }

    private static async Task PlanAsync(BanyanHost host, params IReadOnlyList<WorkChange> work) =>
        (
            await host.CommitAsync(Outcome.Of(Actor.Rule, host.Clock.Now).Then(work))
        ).Done.ShouldBeTrue();
}
