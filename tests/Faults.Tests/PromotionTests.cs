using System.Diagnostics;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>The primary PostgreSQL server is lost with its data, and its standby is promoted.</summary>
public sealed class PromotionTests
{
    private const string Crowd = "P";
    private const string Blind = "B";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_primary_dies_and_its_standby_takes_over()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        var rounds = Rounds.Of(50, sample: 1);
        using var pair = new Pair();
        using var ground = await Ground.OverAsync(pair);
        var seeding = await Seeding.PlantAsync(ground, cases: 3);
        var before = (await Kept.ReadAsync(ground, Crowd)).Balances;
        using var site = RunningSite.On(ground);
        await site.StartAndWaitAsync();
        using (var history = new History())
        using (var crowd = new Crowd(Crowd, site.Address, seeding, history))
        {
            using var stop = new CancellationTokenSource();
            var writing = crowd.WriteUntilAsync(stop.Token);
            var back = new List<(TimeSpan SinceLoss, TimeSpan SincePromotion)>();
            for (var round = 0; round < rounds; round++)
            {
                await pair.FollowAsync(synchronous: true);
                await crowd.AcknowledgedAsync(more: 20);
                await Task.Delay(Random.Shared.Next(0, 700), Ct);
                pair.LosePrimary();
                var watch = Stopwatch.StartNew();
                await pair.PromoteAsync();
                var promoted = watch.Elapsed;
                // Those in hand may still have been the old one's.
                await crowd.AcknowledgedAsync(more: 10);
                back.Add((watch.Elapsed, watch.Elapsed - promoted));
            }
            await crowd.AcknowledgedAsync(more: 20);
            await stop.CancelAsync();
            await writing;
            await Outbox.DrainAsync(ground, Patience);
            site.HasEnded.ShouldBeFalse(site.Said);
            var verdict = Verdict.Of(history.Endings, await Kept.ReadAsync(ground, Crowd), before);
            verdict.ShouldBeClean();
            var (mails, missing) = await Outbox.MissingAsync(ground);
            missing.ShouldBeEmpty("planned, and never sent");
            crowd.Statuses.Keys.ShouldNotContain(500, site.Said);
            Figures.Add(
                "R1",
                $"Postgres: {verdict.Lost.Count} of {verdict.Acknowledged:N0} acknowledged writes lost in {rounds:N0} losses of the primary, its synchronous standby promoted; {verdict.Halves.Count} half effects, {missing.Count} of {mails:N0} mails missing; {crowd.Statuses.GetValueOrDefault(503):N0} answers 503, {crowd.Statuses.GetValueOrDefault(500):N0} answers 500"
            );
            Figures.Add(
                "R7",
                $"Postgres: writes are taken again {back.Average(t => t.SincePromotion.TotalSeconds):0.0} s after the standby was promoted on average, {back.Max(t => t.SincePromotion.TotalSeconds):0.0} s at most; {back.Average(t => t.SinceLoss.TotalSeconds):0.0} s after the loss of the primary"
            );
        }
        await SelfTestAsync(pair, ground, site, seeding);
    }

    // A standby that is told later than the people: what was acknowledged in between is lost with the primary.
    private static async Task SelfTestAsync(
        Pair pair,
        Ground ground,
        RunningSite site,
        Seeding seeding
    )
    {
        var before = (await Kept.ReadAsync(ground, Blind)).Balances;
        using var history = new History();
        using var crowd = new Crowd(Blind, site.Address, seeding, history);
        await pair.FollowAsync(synchronous: false);
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        await crowd.AcknowledgedAsync(more: 10);
        pair.CutOff();
        await crowd.AcknowledgedAsync(more: 20);
        await stop.CancelAsync();
        await writing;
        pair.LosePrimary();
        await pair.PromoteAsync();
        var lost = Verdict
            .Of(history.Endings, await Kept.ReadAsync(ground, Blind), before)
            .Lost.Count;
        lost.ShouldBeGreaterThan(0);
        Figures.Add(
            "R1",
            $"Postgres: self-test: with a standby that is not waited for, and is cut off, the loss of the primary loses {lost:N0} acknowledged writes"
        );
    }
}
