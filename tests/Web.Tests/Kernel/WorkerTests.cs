using Banyan.Kernel.Audit;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>How the worker does what is due, and what it does with failures.</summary>
public sealed class WorkerTests
{
    [Theory]
    [EachDatabase]
    public async Task A_failed_item_is_tried_again_after_waits_that_grow(DatabaseKind database)
    {
        await using var host = await StartAsync<Failing>(database);
        await PlanAsync(host);
        var waits = new List<Duration>();
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            (await host.WorkAsync()).ShouldBe(1);
            var item = await OnlyItemAsync(host);
            (item.Attempts, item.Problem, item.DoneAt, item.LeasedUntil).ShouldBe(
                (attempt, "The wick is wet.", null, null)
            );
            waits.Add(item.DueAt - host.Clock.Now);
            host.Clock.Now = item.DueAt - Duration.FromMilliseconds(1);
            (await host.WorkAsync()).ShouldBe(0);
            host.Clock.Now = item.DueAt;
        }
        waits.ShouldBe([
            Duration.FromSeconds(20),
            Duration.FromMinutes(1),
            Duration.FromMinutes(5),
            Duration.FromMinutes(30),
            Duration.FromHours(2),
            Duration.FromHours(2),
            Duration.FromHours(2),
        ]);
    }

    [Theory]
    [EachDatabase]
    public async Task Work_that_nobody_handles_is_kept_and_says_so(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PlanAsync(host);
        await host.WorkAsync();
        var item = await OnlyItemAsync(host);
        (item.DoneAt, item.Problem).ShouldBe((null, "Nobody handles work of kind test.light."));
    }

    [Theory]
    [EachDatabase]
    public async Task A_commit_of_the_handler_marks_the_item_done_with_it(DatabaseKind database)
    {
        await using var host = await StartAsync<CommitsThenFails>(database);
        await PlanAsync(host);
        await host.WorkAsync();
        var item = await OnlyItemAsync(host);
        (item.DoneAt, item.LeasedUntil).ShouldBe((host.Clock.Now, null));
        // It failed after its commit; what is committed must not happen a second time.
        (await host.WorkAfterAsync(Duration.FromDays(1))).ShouldBe(0);
        (await host.CountsAsync()).ShouldBe((1, 1, 0));
    }

    [Theory]
    [EachDatabase]
    public async Task A_handler_whose_claim_was_overtaken_commits_nothing(DatabaseKind database)
    {
        await using var host = await StartAsync<Overtaken>(database);
        await PlanAsync(host);
        await host.WorkAsync();
        (await host.CountsAsync()).ShouldBe((0, 1, 0));
        var item = await OnlyItemAsync(host);
        (item.Attempts, item.DoneAt).ShouldBe((2, null));
    }

    [Theory]
    [EachDatabase]
    public async Task A_handler_that_is_refused_by_the_database_may_say_so_in_a_second_commit(
        DatabaseKind database
    )
    {
        await using var host = await StartAsync<RefusedByTheDatabase>(database);
        await PlanAsync(host);
        var now = host.Clock.Now;
        await host.CommitAsync(
            Outcome.Of(Actor.Rule, now),
            new Once
            {
                Key = "lantern",
                Location = "/",
                At = now,
            }
        );
        await host.WorkAsync();
        (await OnlyItemAsync(host)).DoneAt.ShouldBe(now);
        (await host.DbAsync(db => db.Events.SingleAsync(Ct))).Action.ShouldBe("lantern.lit");
    }

    [Theory]
    [EachDatabase]
    public async Task A_handler_that_takes_a_refusal_for_an_answer_is_done(DatabaseKind database)
    {
        await using var host = await StartAsync<TakesNoForAnAnswer>(database);
        await PlanAsync(host);
        var now = host.Clock.Now;
        await host.CommitAsync(
            Outcome.Of(Actor.Rule, now),
            new Once
            {
                Key = "lantern",
                Location = "/",
                At = now,
            }
        );
        await host.WorkAsync();
        (await OnlyItemAsync(host)).DoneAt.ShouldBe(now);
        (await host.CountsAsync()).ShouldBe((0, 1, 1));
    }

    [Theory]
    [EachDatabase]
    public async Task After_a_failure_that_nobody_foresaw_the_item_is_still_in_hand(
        DatabaseKind database
    )
    {
        await using var host = await StartAsync<SurvivesTheUnforeseen>(database);
        await PlanAsync(host);
        await host.WorkAsync();
        var item = await OnlyItemAsync(host);
        (item.DoneAt, item.Attempts, item.Payload).ShouldBe((host.Clock.Now, 1, "{}"));
        (await host.DbAsync(db => db.Events.SingleAsync(Ct))).Action.ShouldBe("lantern.lit");
    }

    [Theory]
    [EachDatabase]
    public async Task A_handler_holds_on_to_its_work_until_another_claim_overtakes_it(
        DatabaseKind database
    )
    {
        await using var host = await StartAsync<HoldsOn>(database);
        await PlanAsync(host);
        await host.WorkAsync();
        (await OnlyItemAsync(host)).Problem.ShouldBeNull();
    }

    [Theory]
    [EachDatabase]
    public async Task The_loop_does_what_a_commit_rings_for(DatabaseKind database)
    {
        await using var host = await StartAsync<CommitsThenFails>(database, worker: true);
        await PlanAsync(host);
        for (var tries = 0; tries < 200 && (await host.CountsAsync()).Events == 0; tries++)
            await Task.Delay(25, Ct);
        (await host.CountsAsync()).Events.ShouldBe(1);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<BanyanHost> StartAsync<THandler>(DatabaseKind database, bool worker = false)
        where THandler : class, IWorkHandler =>
        BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Worker = worker,
                Change = builder => builder.Services.AddWork<THandler>("test.light"),
            }
        );

    private static Task<Outcome> PlanAsync(BanyanHost host) =>
        host.CommitAsync(
            Outcome
                .Of(Actor.Rule, host.Clock.Now)
                .Then(Happenings.Plan("lantern/1", host.Clock.Now))
        );

    private static async Task<WorkItem> OnlyItemAsync(BanyanHost host) =>
        (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();

    private sealed class Failing : IWorkHandler
    {
        public Task HandleAsync(WorkItem item, CancellationToken ct) =>
            throw new InvalidOperationException("The wick is wet.");
    }

    private sealed class CommitsThenFails(BanyanDb db, IClock clock) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            await db.CommitAsync(Happenings.Lit(clock.GetCurrentInstant()), ct);
            throw new InvalidOperationException("Burned a finger.");
        }
    }

    private sealed class Overtaken(BanyanDb db, IClock clock) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE work SET attempts = attempts + 1", ct);
            (await db.CommitAsync(Happenings.Lit(clock.GetCurrentInstant()), ct)).Refusal.ShouldBe(
                Refusals.ChangedMeanwhile
            );
        }
    }

    private sealed class RefusedByTheDatabase(BanyanDb db, IClock clock) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            var now = clock.GetCurrentInstant();
            var once = new Once
            {
                Key = "lantern",
                Location = "/",
                At = now,
            };
            (await db.CommitAsync(Happenings.Lit(now), ct, once)).Done.ShouldBeFalse();
            (await db.CommitAsync(Happenings.Lit(now, "red"), ct)).Done.ShouldBeTrue();
        }
    }

    private sealed class SurvivesTheUnforeseen(BanyanDb db, IClock clock) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            db.Add(
                new EventWords
                {
                    EventId = Guid.NewGuid(),
                    ActorName = "x",
                    Data = "{}",
                }
            );
            var now = clock.GetCurrentInstant();
            await Should.ThrowAsync<DbUpdateException>(() =>
                db.CommitAsync(Happenings.Lit(now), ct)
            );
            (item.DoneAt, item.Payload.Length > 2).ShouldBe((null, true));
            (await db.CommitAsync(Happenings.Lit(now, "red"), ct)).Done.ShouldBeTrue();
        }
    }

    private sealed class HoldsOn(BanyanDb db) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE work SET leased_until = 1", ct);
            (await db.RenewAsync(item, ct)).ShouldBeTrue();
            var held = await db.Work.AsNoTracking().SingleAsync(ct);
            (held.LeasedUntil - item.LeasedUntil)!.Value.ShouldBeInRange(0, 60_000);
            await db.Database.ExecuteSqlAsync($"UPDATE work SET attempts = attempts + 1", ct);
            (await db.RenewAsync(item, ct)).ShouldBeFalse();
            await db.Database.ExecuteSqlAsync($"UPDATE work SET attempts = attempts - 1", ct);
        }
    }

    private sealed class TakesNoForAnAnswer(BanyanDb db, IClock clock) : IWorkHandler
    {
        public async Task HandleAsync(WorkItem item, CancellationToken ct)
        {
            var now = clock.GetCurrentInstant();
            var once = new Once
            {
                Key = "lantern",
                Location = "/",
                At = now,
            };
            (await db.CommitAsync(Happenings.Lit(now), ct, once)).Done.ShouldBeFalse();
        }
    }
}
