using System.Diagnostics;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;

namespace Banyan.Faults.Tests;

/// <summary>The program is killed while people write, again and again.</summary>
public sealed class KillTests
{
    private const string Crowd = "K";
    private const int Many = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Asvs("V2.3.3")]
    [Theory, EachDatabase]
    public async Task Nothing_acknowledged_is_lost_when_the_program_is_killed(DatabaseKind database)
    {
        var kills = Rounds.Of(database == DatabaseKind.Sqlite ? 1000 : 500, sample: 2);
        // A cycle is a start, and that keeps little more than one processor busy: two sites, each with its own database, are through sooner.
        var lanes = kills < Many ? 1 : 2;
        var lives = await Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(_ => Task.Run(() => Life.OfAsync(database, kills / lanes), Ct))
        );
        foreach (var life in lives)
        {
            life.Verdict.ShouldBeClean();
            life.Verdict.Acknowledged.ShouldBeGreaterThan(kills / lanes);
            life.Verdict.Refused.ShouldBeGreaterThan(0);
            life.MailsMissing.ShouldBeEmpty("planned, and never sent");
            life.Statuses.ShouldNotContain(500);
        }
        var back = lives.SelectMany(life => life.Back).ToList();
        Figures.Add(
            "R1",
            $"{database}: {lives.Sum(l => l.Verdict.Lost.Count)} of {lives.Sum(l => l.Verdict.Acknowledged):N0} acknowledged writes lost in {lives.Sum(l => l.Kills):N0} kills of the program; {lives.Sum(l => l.Verdict.Refused):N0} refused, {lives.Sum(l => l.Verdict.Uninvited.Count)} of them there; {lives.Sum(l => l.Unanswered):N0} sendings without an answer, sent again under their key"
        );
        Figures.Add(
            "R3",
            $"{database}: {lives.Sum(l => l.Verdict.Halves.Count)} half effects in {lives.Sum(l => l.Writes):N0} writes; {lives.Sum(l => l.MailsMissing.Count)} of {lives.Sum(l => l.Mails):N0} mails missing"
        );
        Figures.Add(
            "R7",
            $"{database}: back after a kill of the program in {back.Average(t => t.TotalSeconds):0.0} s on average, {back.Max(t => t.TotalSeconds):0.0} s at most{(lanes > 1 ? ", two of them starting at a time" : "")}; a cycle took {lives.Max(l => l.Took.TotalSeconds) / kills:0.0} s"
        );
        await SelfTestAsync(lives[0].Ground, lives[0].History, lives[0].Before);
        foreach (var life in lives)
            life.Dispose();
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

    /// <summary>One site that is killed so often, and what was left of it.</summary>
    private sealed class Life(Ground ground, History history) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

        public Ground Ground => ground;
        public History History => history;
        public IReadOnlyList<Balance> Before { get; private set; } = [];
        public List<TimeSpan> Back { get; } = [];
        public int Kills { get; private set; }
        public TimeSpan Took { get; private set; }
        public Verdict Verdict { get; private set; } = null!;
        public int Writes { get; private set; }
        public int Mails { get; private set; }
        public List<string> MailsMissing { get; private set; } = [];
        public List<int> Statuses { get; private set; } = [];
        public int Unanswered { get; private set; }

        public static async Task<Life> OfAsync(DatabaseKind database, int kills)
        {
            var life = new Life(await Ground.NewAsync(database), new History());
            var seeding = await Seeding.PlantAsync(life.Ground, cases: 3);
            life.Before = (await Kept.ReadAsync(life.Ground, Crowd)).Balances;
            using var site = RunningSite.On(life.Ground);
            using var crowd = new Crowd(Crowd, site.Address, seeding, life.History);
            await site.StartAndWaitAsync();
            using var stop = new CancellationTokenSource();
            var writing = crowd.WriteUntilAsync(stop.Token);
            var watch = Stopwatch.StartNew();
            while (life.Kills < kills)
                await life.KillAsync(site, crowd, inStart: life.Kills % 10 == 1);
            life.Took = watch.Elapsed;
            await crowd.AcknowledgedAsync(more: 20);
            await stop.CancelAsync();
            await writing;
            await Outbox.DrainAsync(life.Ground, Patience);
            site.Stop();
            await life.JudgeAsync(crowd);
            return life;
        }

        public void Dispose()
        {
            history.Dispose();
            ground.Dispose();
        }

        // At all moments of what a commit does; every tenth time already while it starts.
        private async Task KillAsync(RunningSite site, Crowd crowd, bool inStart)
        {
            if (inStart)
            {
                site.Kill();
                site.Start();
                await Task.Delay(Random.Shared.Next(0, 3000), Ct);
            }
            else
            {
                await crowd.AcknowledgedAsync(more: 10);
                await Task.Delay(Random.Shared.Next(0, 200), Ct);
            }
            site.Kill();
            Kills++;
            Back.Add(await site.StartAndWaitAsync());
        }

        private async Task JudgeAsync(Crowd crowd)
        {
            var kept = await Kept.ReadAsync(ground, KillTests.Crowd);
            Verdict = Verdict.Of(history.Endings, kept, Before);
            Writes = kept.Writes.Count;
            (Mails, MailsMissing) = await Outbox.MissingAsync(ground);
            (Statuses, Unanswered) = ([.. crowd.Statuses.Keys], crowd.Unanswered);
        }
    }
}
