using System.Net;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests;

/// <summary>The disk of a SQLite site is full, and has room again. A small file system in memory stands for the disk; only root may mount one.</summary>
public sealed class DiskFullTests
{
    private const string Crowd = "D";
    private const string Flattered = "F";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Asvs("V16.5.2")]
    [Fact]
    public async Task A_full_disk_refuses_in_words_lets_people_read_and_loses_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        var rounds = Rounds.Of(20, sample: 1);
        using var disk = new SmallDisk(megabytes: 24);
        using var ground = await Ground.NewAsync(DatabaseKind.Sqlite, disk.Folder);
        var seeding = await Seeding.PlantAsync(ground, cases: 2);
        var before = (await Kept.ReadAsync(ground, Crowd)).Balances;
        using var history = new History();
        using var site = RunningSite.On(ground);
        using var crowd = new Crowd(Crowd, site.Address, seeding, history);
        await site.StartAndWaitAsync();
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        for (var round = 1; round <= rounds; round++)
        {
            await crowd.AcknowledgedAsync(more: 20);
            var said = crowd.Statuses.GetValueOrDefault(507);
            await disk.FillAsync(() => crowd.Statuses.GetValueOrDefault(507) > said + 10, Ct);
            await ReadsAsync(site, "/");
            await ReadsAsync(
                site,
                $"/applications/{seeding.Cases[0].Reference}",
                seeding.Cases[0].Applicant.Cookie
            );
            await IsSeenAsync(site, "full");
            disk.Empty();
            await IsSeenAsync(site, "fine");
        }
        await crowd.AcknowledgedAsync(more: 20);
        await stop.CancelAsync();
        await writing;
        await Outbox.DrainAsync(ground, Patience);
        site.HasEnded.ShouldBeFalse(site.Said);
        var verdict = Verdict.Of(history.Endings, await Kept.ReadAsync(ground, Crowd), before);
        verdict.ShouldBeClean();
        crowd.Statuses.Keys.ShouldBeSubsetOf([303, 422, 507], site.Said);
        var (mails, missing) = await Outbox.MissingAsync(ground);
        missing.ShouldBeEmpty("planned, and never written");
        Figures.Add(
            "R8",
            $"Sqlite: disk full {rounds} times: {crowd.Statuses.GetValueOrDefault(507):N0} forms answered 507 with a sentence, {crowd.Statuses.GetValueOrDefault(500)} answered 500, pages were read meanwhile; {verdict.Lost.Count} of {verdict.Acknowledged:N0} acknowledged writes lost, {verdict.Halves.Count} half effects, {missing.Count} of {mails:N0} mails missing"
        );
        await SelfTestAsync(disk, ground, site, seeding);
    }

    // Of a program that does not look at what its disk said.
    private static async Task SelfTestAsync(
        SmallDisk disk,
        Ground ground,
        RunningSite site,
        Seeding seeding
    )
    {
        var before = (await Kept.ReadAsync(ground, Flattered)).Balances;
        using var history = new History();
        using var flatterer = new Flatterer();
        using var crowd = new Crowd(Flattered, site.Address, seeding, history, flatterer.Client);
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        await disk.FillAsync(() => flatterer.Flattered > 10, Ct);
        disk.Empty();
        await stop.CancelAsync();
        await writing;
        var lost = Verdict
            .Of(history.Endings, await Kept.ReadAsync(ground, Flattered), before)
            .Lost.Count;
        lost.ShouldBe(flatterer.Flattered);
        Figures.Add(
            "R8",
            $"Sqlite: self-test: of a program that says yes on a full disk the checker finds {lost:N0} lost writes"
        );
    }

    // Whoever gives work to the site goes on doing so: pages are read.
    private static async Task IsSeenAsync(RunningSite site, string disk)
    {
        for (var tries = 1; ; tries++)
        {
            var (status, seen) = await site.Address.HealthAsync();
            status.ShouldBe(HttpStatusCode.OK);
            seen.Status.ShouldBe(Seen.Fine.Status);
            if (seen.Disk == disk)
                return;
            tries.ShouldBeLessThan(100, $"{seen}");
            await Task.Delay(50, Ct);
        }
    }

    private static async Task ReadsAsync(RunningSite site, string path, string? cookie = null)
    {
        using var http = RunningSite.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
    }

    private sealed class SmallDisk : IDisposable
    {
        private const int Piece = 64 * 1024;
        private readonly string ballast;

        public SmallDisk(int megabytes)
        {
            Folder = TemporaryFolder.New("disk");
            ChildProcess.Run(
                null,
                "mount",
                "-t",
                "tmpfs",
                "-o",
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"size={megabytes}m"
                ),
                "tmpfs",
                Folder
            );
            ballast = Path.Combine(Folder, "ballast");
        }

        public string Folder { get; }

        /// <summary>Takes all room, also what a checkpoint gives back, until enough was refused.</summary>
        public async Task FillAsync(Func<bool> enough, CancellationToken ct)
        {
            var piece = new byte[Piece];
            for (var tries = 0; !enough(); tries++)
            {
                if (tries == 1500)
                    throw new TimeoutException("The disk is full, and nobody was told so.");
                try
                {
                    await using var file = new FileStream(
                        ballast,
                        FileMode.Append,
                        FileAccess.Write,
                        FileShare.None,
                        bufferSize: 0
                    );
                    while (true)
                        file.Write(piece);
                }
                catch (IOException)
                {
                    await Task.Delay(20, ct);
                }
            }
        }

        public void Empty() => File.Delete(ballast);

        public void Dispose() => ChildProcess.Run(null, "umount", "--lazy", Folder);
    }
}
