using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>The program is killed while people write, again and again.</summary>
public sealed class KillTests
{
    private const string Crowd = "K";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Asvs("V2.3.3")]
    [Theory, EachDatabase]
    public async Task Nothing_acknowledged_is_lost_when_the_program_is_killed(DatabaseKind database)
    {
        var kills = Rounds.Of(database == DatabaseKind.Sqlite ? 1000 : 500, sample: 2);
        using var ground = await Ground.NewAsync(database);
        var seeding = await Seeding.PlantAsync(ground, cases: 3);
        var before = (await Kept.ReadAsync(ground, Crowd)).Balances;
        using var history = new History();
        using var site = RunningSite.On(ground);
        using var crowd = new Crowd(Crowd, site.Address, seeding, history);
        await site.StartAndWaitAsync();
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        var back = new List<TimeSpan>();
        for (var kill = 0; kill < kills; kill++)
        {
            // At all moments of what a commit does, and of the start.
            await crowd.AcknowledgedAsync(more: 20);
            await Task.Delay(Random.Shared.Next(0, 700), Ct);
            site.Kill();
            back.Add(await site.StartAndWaitAsync());
        }
        await crowd.AcknowledgedAsync(more: 20);
        await stop.CancelAsync();
        await writing;
        await Outbox.DrainAsync(ground, Patience);
        site.Stop();
        var kept = await Kept.ReadAsync(ground, Crowd);
        var verdict = Verdict.Of(history.Endings, kept, before);
        verdict.ShouldBeClean();
        verdict.Acknowledged.ShouldBeGreaterThan(kills);
        verdict.Refused.ShouldBeGreaterThan(0);
        var (mails, missing) = await Outbox.MissingAsync(ground);
        missing.ShouldBeEmpty("planned, and never sent");
        crowd.Statuses.Keys.ShouldNotContain(500);
        Figures.Add(
            "R1",
            $"{database}: {verdict.Lost.Count} of {verdict.Acknowledged:N0} acknowledged writes lost in {kills:N0} kills of the program; {verdict.Refused:N0} refused, {verdict.Uninvited.Count} of them there; {crowd.Unanswered:N0} sendings without an answer, sent again under their key"
        );
        Figures.Add(
            "R3",
            $"{database}: {verdict.Halves.Count} half effects in {kept.Writes.Count:N0} writes; {missing.Count} of {mails:N0} mails missing"
        );
        Figures.Add(
            "R7",
            $"{database}: back after a kill of the program in {back.Average(t => t.TotalSeconds):0.0} s on average, {back.Max(t => t.TotalSeconds):0.0} s at most"
        );
        await SelfTestAsync(ground, history, before);
    }

    // With one effect taken away behind its back, the checker has to see it.
    private static async Task SelfTestAsync(
        Ground ground,
        History history,
        IReadOnlyList<Balance> before
    )
    {
        var victim = history.Endings.First(pair =>
            pair is { Key.Deed: Deed.Message or Deed.Note, Value: Ending.Acknowledged }
        );
        var mark = victim.Key.Mark;
        (await ground.ExecuteAsync($"DELETE FROM thread_entries WHERE words = '{mark}'")).ShouldBe(
            1
        );
        var half = Verdict.Of(history.Endings, await Kept.ReadAsync(ground, Crowd), before);
        half.Halves.ShouldContain(mark);
        half.Halves.Count.ShouldBe(2, "the entry, and the balance of its case");
        await ground.ExecuteAsync($"DELETE FROM once WHERE key = '{mark}'");
        var lost = Verdict.Of(history.Endings, await Kept.ReadAsync(ground, Crowd), before);
        lost.Lost.ShouldBe([mark]);
        var told = history.Endings.ToDictionary();
        told[told.First(pair => pair.Value == Ending.Acknowledged && pair.Key != victim.Key).Key] =
            Ending.Refused;
        Verdict.Of(told, await Kept.ReadAsync(ground, Crowd), before).Uninvited.Count.ShouldBe(1);
        Figures.Add(
            "R1",
            $"{ground.Kind}: self-test: the checker finds the lost write, the half one and the one that was refused and is there"
        );
    }
}
