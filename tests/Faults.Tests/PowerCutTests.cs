using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Faults.Tests.PowerCuts;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests;

/// <summary>The power fails at any moment: the files of SQLite are made again as a disk may hold them then, from a record of what the program wrote and synced.</summary>
public sealed class PowerCutTests
{
    private const string Crowd = "E";

    public static string? Missing =>
        Programs.SkipUnless(
            Programs.Find("strace") is not null && Programs.Find("setpriv") is not null,
            "strace"
        );

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_power_fails()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var cuts = Rounds.Of(10_000, sample: 60);
        using var ground = await Ground.NewAsync(DatabaseKind.Sqlite);
        var seeding = await Seeding.PlantAsync(ground, cases: 2);
        var before = (await Kept.ReadAsync(ground, Crowd)).Balances;
        // The last to close takes the log away: the record begins at a database that is whole.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Exists(ground.SqliteFile + "-wal").ShouldBeFalse();
        var start = await File.ReadAllBytesAsync(
            ground.SqliteFile,
            TestContext.Current.CancellationToken
        );
        var recorded = TemporaryFolder.NewPath("trace");
        using var history = new History();
        using (var site = RunningSite.On(ground))
        using (var crowd = new Crowd(Crowd, site.Address, seeding, history))
        {
            site.Start(Trace.Command(recorded));
            await site.WaitAsync();
            using var stop = new CancellationTokenSource();
            var writing = crowd.WriteUntilAsync(stop.Token);
            await crowd.AcknowledgedAsync(more: 150);
            await stop.CancelAsync();
            await writing;
            site.StopTraced();
        }
        var deeds = Trace.Read(recorded, ground.Data);
        deeds.Count(deed => deed.IsSync).ShouldBeGreaterThan(100);
        var cut = await CutAsync(deeds, start, history, before, cuts, logIsSynced: true);
        cut.ShouldBeClean();
        Figures.Add(
            "R2",
            $"Sqlite: {cut.Lost.Count} acknowledged writes lost in {cuts:N0} power cuts over {deeds.Count:N0} writes and syncs; {cut.Halves.Count} half effects; each database whole"
        );
        var blind = await CutAsync(deeds, start, history, before, 20, logIsSynced: false);
        blind.Lost.Count.ShouldBeGreaterThan(0);
        Figures.Add(
            "R2",
            $"Sqlite: self-test: with the syncs of the log left out, as without synchronous=FULL, 20 power cuts lose {blind.Lost.Count:N0}"
        );
    }

    /// <summary>All that any of the cuts did wrong.</summary>
    private static async Task<Verdict> CutAsync(
        List<FileDeed> deeds,
        byte[] start,
        History history,
        IReadOnlyList<Balance> before,
        int cuts,
        bool logIsSynced
    )
    {
        var random = new Random(cuts);
        var folder = TemporaryFolder.New("cut");
        var disk = new Disk(folder, logIsSynced);
        disk.Lay(Disk.Database, start);
        var places = Enumerable
            .Range(0, cuts)
            .Select(_ => random.Next(deeds.Count))
            .GroupBy(place => place)
            .ToDictionary(group => group.Key, group => group.Count());
        var sum = new Verdict(0, 0, 0, [], [], [], []);
        for (var place = 0; place < deeds.Count; place++)
        {
            for (var times = places.GetValueOrDefault(place); times > 0; times--)
            {
                disk.Cut(random);
                var seen = await JudgeAsync(folder, history.Before(deeds[place].At), before);
                sum = new Verdict(
                    seen.Acknowledged,
                    seen.Refused,
                    seen.Unknown,
                    [.. sum.Lost, .. seen.Lost],
                    [.. sum.Uninvited, .. seen.Uninvited],
                    [.. sum.Halves, .. seen.Halves],
                    [.. sum.Doubled, .. seen.Doubled]
                );
            }
            disk.Do(deeds[place]);
        }
        return sum;
    }

    private static async Task<Verdict> JudgeAsync(
        string folder,
        IReadOnlyDictionary<Write, Ending> history,
        IReadOnlyList<Balance> before
    )
    {
        using var ground = Ground.Left(folder);
        $"{(await ground.RowsAsync("PRAGMA integrity_check"))[0][0]}".ShouldBe("ok");
        return Verdict.Of(history, await Kept.ReadAsync(ground, Crowd), before);
    }
}
