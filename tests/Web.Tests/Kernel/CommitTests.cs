using Banyan.Kernel.Audit;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>The one door: everything of a change, or nothing.</summary>
public sealed class CommitTests
{
    private static readonly Refusal No = new("not-now", "Not now.");

    [Theory]
    [EachDatabase]
    public async Task A_refusal_changes_nothing(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var refused = Happenings
            .Lit(host.Clock.Now)
            .Then(Happenings.Plan("a", host.Clock.Now))
            .And(No);
        var answer = await host.DbAsync(async db =>
        {
            db.Add(Seen("k", host.Clock.Now));
            var first = await db.CommitAsync(refused, Ct);
            // What stood in the refused context must not slip out with the next commit.
            await db.CommitAsync(Outcome.Of(Actor.Rule, host.Clock.Now), Ct);
            return first;
        });
        answer.Refusal.ShouldBe(No);
        (await host.CountsAsync()).ShouldBe((0, 0, 0));
    }

    [Asvs("V2.3.3", "V16.2.1")]
    [Theory]
    [EachDatabase]
    public async Task Events_work_and_the_key_of_the_form_are_kept_together(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        var outcome = Happenings
            .Lit(now)
            .Then(Happenings.Plan("lantern/1", now + Duration.FromHours(1)));
        (await host.CommitAsync(outcome, Seen("k", now))).Done.ShouldBeTrue();

        var row = await host.DbAsync(db => db.Events.Include(e => e.Words).SingleAsync(Ct));
        (row.At, row.Action, row.About, row.ActorKind, row.Person, row.Words.ActorName).ShouldBe(
            (
                now,
                "lantern.lit",
                Happenings.Lantern,
                ActorKind.Person,
                Happenings.Nusrat.Person,
                "Nusrat"
            )
        );
        row.Words.Data.ShouldBe(
            $$"""{"colour":"green","about":"{{Happenings.Lantern}}","action":"lantern.lit"}"""
        );
        var item = (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();
        (item.Kind, item.Key, item.Subject, item.DueAt, item.DoneAt, item.Attempts).ShouldBe(
            ("test.light", "lantern/1", Happenings.Lantern, now + Duration.FromHours(1), null, 0)
        );
        var seen = await host.DbAsync(db => db.Once.SingleAsync(Ct));
        (seen.Key, seen.Location, seen.At).ShouldBe(("k", "/there", now));
    }

    [Theory]
    [EachDatabase]
    public async Task A_key_seen_before_refuses_the_whole_commit(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await host.CommitAsync(Happenings.Lit(now), Seen("k", now));
        var again = await host.CommitAsync(
            Happenings.Lit(now, "red").Then(Happenings.Plan("a", now)),
            Seen("k", now)
        );
        again.Refusal.ShouldBe(Refusals.SeenBefore);
        (await host.CountsAsync()).ShouldBe((1, 0, 1));
    }

    [Asvs("V2.3.4")]
    [Theory]
    [EachDatabase]
    public async Task Two_changes_of_one_record_from_the_same_version_refuse_the_second(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await host.CommitAsync(Happenings.Lit(now).Then(Happenings.Plan("a", now)));
        Outcome? first = null;
        var second = await host.DbAsync(async late =>
        {
            var seenLate = await late.Work.SingleAsync(Ct);
            first = await host.DbAsync(async early =>
            {
                (await early.Work.SingleAsync(Ct)).Attempts++;
                return await early.CommitAsync(Happenings.Lit(now, "red"), Ct);
            });
            seenLate.DueAt = now + Duration.FromDays(1);
            return await late.CommitAsync(Happenings.Lit(now, "blue"), Ct);
        });
        first!.Done.ShouldBeTrue();
        second.Refusal.ShouldBe(Refusals.ChangedMeanwhile);
        (await host.CountsAsync()).ShouldBe((2, 1, 0));
        var item = (await host.DbAsync(db => db.WorkAsync())).ShouldHaveSingleItem();
        (item.DueAt, item.Attempts).ShouldBe((now, 1));
    }

    [Theory]
    [EachDatabase]
    public async Task The_same_work_planned_behind_our_back_is_a_refusal_and_no_error(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var now = host.Clock.Now;
        await host.CommitAsync(Happenings.Lit(now).Then(Happenings.Plan("a", now)));
        var second = await host.DbAsync(db =>
        {
            db.Add(new WorkItem { Kind = "test.light", Key = "a" });
            return db.CommitAsync(Happenings.Lit(now, "red"), Ct);
        });
        second.Refusal.ShouldBe(Refusals.ChangedMeanwhile);
        (await host.CountsAsync()).ShouldBe((1, 1, 0));
    }

    [Asvs("V2.3.3", "V16.5.3")]
    [Theory]
    [EachDatabase]
    public async Task What_nobody_foresaw_is_an_error_and_changes_nothing(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.DbAsync(async db =>
        {
            db.Add(
                new EventWords
                {
                    EventId = Guid.NewGuid(),
                    ActorName = "x",
                    Data = "{}",
                }
            );
            await Should.ThrowAsync<DbUpdateException>(() =>
                db.CommitAsync(Happenings.Lit(host.Clock.Now), Ct)
            );
        });
        (await host.CountsAsync()).ShouldBe((0, 0, 0));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Once Seen(string key, Instant now) =>
        new()
        {
            Key = key,
            Location = "/there",
            At = now,
        };
}
