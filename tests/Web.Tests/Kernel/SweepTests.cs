using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Membership.People.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>What is left of work that is done.</summary>
public sealed class SweepTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase(typeof(Quiet))]
    [EachDatabase(typeof(Commits))]
    public async Task What_is_done_keeps_nothing_of_what_it_was_about(
        DatabaseKind database,
        Type handler
    )
    {
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Change = builder =>
                {
                    if (handler == typeof(Quiet))
                        builder.Services.AddWork<Quiet>("test.light");
                    else
                        builder.Services.AddWork<Commits>("test.light");
                },
            }
        );
        await PlanAsync(host, "a");
        (await host.WorkAsync()).ShouldBe(1);
        var item = (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();
        (item.DoneAt, item.Payload).ShouldBe((host.Clock.Now, "{}"));
    }

    [Theory]
    [EachDatabase]
    public async Task Cancelled_work_keeps_nothing_either(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host, "a");
        await host.CommitAsync(
            Outcome.Of(Actor.Rule, host.Clock.Now).Then(new WorkChange.Cancel("a"))
        );
        (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem().Payload.ShouldBe("{}");
    }

    [Theory]
    [EachDatabase]
    public async Task A_mailed_code_does_not_stay_in_the_database(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync("/sign-in", ("email", World.Nusrat.Address));
        var code = await host.CodeForAsync(World.Nusrat.Address);
        (await host.DbAsync(db => db.WorkAsync())).ShouldAllBe(item =>
            !item.Payload.Contains(code)
        );
    }

    [Theory]
    [EachDatabase]
    public async Task Old_rows_are_swept_day_by_day_and_young_and_undone_ones_stay(
        DatabaseKind database
    )
    {
        await using var host = await StartAsync(database);
        var start = host.Clock.Now;
        await PlanAsync(host, "done");
        await host.CommitAsync(
            Outcome.Of(Actor.Rule, start),
            new Once
            {
                Key = "k",
                Location = "/there",
                At = start,
            }
        );
        await host.DbAsync(db => Sweep.BeginAsync(db, start, Ct));
        await host.WorkAsync();
        await PlanAsync(host, "undone", start + Duration.FromDays(400));
        (await KeysAsync(host)).ShouldBe(["done", Sweep.Kind, Sweep.Kind, "undone"]);
        for (var day = 1; day <= 31; day++)
        {
            (await host.WorkAfterAsync(Duration.FromDays(1))).ShouldBe(1);
            (await host.CountsAsync()).Once.ShouldBe(day <= 2 ? 1 : 0);
            (await KeysAsync(host)).Contains("done").ShouldBe(day <= 30);
        }
        (await KeysAsync(host)).ShouldContain("undone");
        (await host.DbAsync(db => db.Work.CountAsync(item => item.DoneAt == null, Ct))).ShouldBe(2);
    }

    [Theory]
    [EachDatabase]
    public async Task Codes_go_after_a_day_and_sessions_when_no_cookie_opens_them_any_more(
        DatabaseKind database
    )
    {
        await using var host = await StartAsync(database);
        (await host.SignedInAsync(World.Nusrat.Address)).Dispose();
        await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
        await host.WorkAsync();
        (await RowsAsync(host)).ShouldBe((1, 1));
        for (var day = 1; day <= 15; day++)
        {
            await host.WorkAfterAsync(Duration.FromDays(1));
            (await RowsAsync(host)).ShouldBe((day <= 1 ? 1 : 0, day <= 14 ? 1 : 0), $"day {day}");
        }
    }

    [Fact]
    public async Task Nobodys_request_takes_away_what_is_old()
    {
        await using var host = await BanyanHost.StartAsync();
        (await host.SignedInAsync(World.Nusrat.Address)).Dispose();
        host.Clock.Advance(Duration.FromDays(30));
        (await host.SignedInAsync(World.Nusrat.Address)).Dispose();
        (await RowsAsync(host)).ShouldBe((2, 2));
    }

    private static Task<(int Codes, int Sessions)> RowsAsync(BanyanHost host) =>
        host.DbAsync(async db =>
            (await db.SignInCodes.CountAsync(Ct), await db.Sessions.CountAsync(Ct))
        );

    [Theory]
    [EachDatabase]
    public async Task However_often_the_site_starts_the_sweep_is_planned_once(DatabaseKind database)
    {
        await using var host = await StartAsync(database);
        for (var start = 0; start < 3; start++)
            await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
        (await host.WorkAsync()).ShouldBe(1);
        (await host.WorkAsync()).ShouldBe(0);
    }

    private static Task<BanyanHost> StartAsync(DatabaseKind database) =>
        BanyanHost.StartAsync(
            database,
            new HostChoice { Change = builder => builder.Services.AddWork<Quiet>("test.light") }
        );

    private static async Task PlanAsync(BanyanHost host, string key, Instant? due = null) =>
        (
            await host.CommitAsync(
                Outcome
                    .Of(Actor.Rule, host.Clock.Now)
                    .Then(Happenings.Plan(key, due ?? host.Clock.Now))
            )
        ).Done.ShouldBeTrue();

    private static async Task<IReadOnlyList<string>> KeysAsync(BanyanHost host) =>
        [.. (await host.DbAsync(db => db.WorkAsync())).Select(item => item.Key)];

    private sealed class Quiet : IWorkHandler
    {
        public Task HandleAsync(WorkItem item, CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class Commits(BanyanDb db, IClock clock) : IWorkHandler
    {
        public Task HandleAsync(WorkItem item, CancellationToken ct) =>
            db.CommitAsync(Happenings.Lit(clock.GetCurrentInstant()), ct);
    }
}
