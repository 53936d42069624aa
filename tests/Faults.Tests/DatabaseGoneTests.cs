using System.Net;
using AngleSharp.Html.Parser;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests;

/// <summary>The PostgreSQL server is killed, comes back, or is not there yet.</summary>
public sealed class DatabaseGoneTests
{
    private const string Crowd = "P";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static string? Missing => Programs.SkipUnless(PostgresCluster.Installed, "PostgreSQL");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_server_is_killed()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var kills = Rounds.Of(200, sample: 2);
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
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
            await crowd.AcknowledgedAsync(more: 20);
            await Task.Delay(Random.Shared.Next(0, 700), Ct);
            ground.Cluster!.Kill();
            await Task.Delay(Random.Shared.Next(0, 1000), Ct);
            ground.Cluster.Start();
            back.Add(await site.WaitAsync());
        }
        await crowd.AcknowledgedAsync(more: 20);
        await stop.CancelAsync();
        await writing;
        await Outbox.DrainAsync(ground, Patience);
        site.HasEnded.ShouldBeFalse(site.Said);
        var said = site.Said;
        site.Stop();
        var kept = await Kept.ReadAsync(ground, Crowd);
        var verdict = Verdict.Of(history.Endings, kept, before);
        verdict.ShouldBeClean();
        var (_, missing) = await Outbox.MissingAsync(ground);
        missing.ShouldBeEmpty("planned, and never sent");
        crowd.Statuses.Keys.ShouldNotContain(500, said);
        Figures.Add(
            "R1",
            $"Postgres: {verdict.Lost.Count} of {verdict.Acknowledged:N0} acknowledged writes lost in {kills:N0} kills of the server; {verdict.Halves.Count} half effects; {crowd.Statuses.GetValueOrDefault(503):N0} answers 503, {crowd.Statuses.GetValueOrDefault(500):N0} answers 500"
        );
        Figures.Add(
            "R7",
            $"Postgres: back after a kill of the server in {back.Average(t => t.TotalSeconds):0.0} s on average, {back.Max(t => t.TotalSeconds):0.0} s at most"
        );
    }

    [Asvs("V16.5.2")]
    [Fact]
    public async Task Whoever_comes_while_it_is_away_reads_so_and_the_site_mends_itself()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        var seeding = await Seeding.PlantAsync(ground, cases: 1);
        using var site = RunningSite.On(ground);
        // Not there yet when the program starts.
        ground.Cluster!.Kill();
        site.Start();
        await SaysSoAsync(site, "/", null);
        site.HasEnded.ShouldBeFalse(site.Said);
        await site.Address.LivesAsync();
        await site.Address.BecomesAsync(
            HttpStatusCode.ServiceUnavailable,
            new Seen("starting", "unknown", "fine", "unknown", "unknown")
        );
        ground.Cluster.Start();
        await site.WaitAsync();
        await site.Address.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        // Gone under a program that runs.
        ground.Cluster.Kill();
        // Who answers that it cannot answer is not back.
        await Should.ThrowAsync<TimeoutException>(() =>
            site.WaitAsync(atMost: TimeSpan.FromSeconds(0.5))
        );
        await SaysSoAsync(site, "/", null);
        await SaysSoAsync(
            site,
            $"/applications/{seeding.Cases[0].Reference}",
            seeding.Cases[0].Applicant.Cookie
        );
        await site.Address.LivesAsync();
        await site.Address.BecomesAsync(
            HttpStatusCode.ServiceUnavailable,
            new Seen("not ready", "away", "fine", "unknown", "unknown")
        );
        ground.Cluster.Start();
        await site.WaitAsync();
        await site.Address.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        Figures.Add(
            "R7",
            $"Postgres: started before its database, and with it taken away, the site answers 503 with a sentence and Retry-After, and mends itself"
        );
        Figures.Add(
            "R7",
            $"Postgres: /health/ready says 503 while the database is not there yet or away, and 200 again by itself; /health/live says 200 throughout"
        );
        Figures.Add(
            "R7",
            $"Postgres: self-test: a site whose database is away is not called back, although it answers"
        );
    }

    private static async Task SaysSoAsync(RunningSite site, string path, string? cookie)
    {
        using var http = RunningSite.Client();
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie);
            try
            {
                using var answer = await http.SendAsync(request, Ct);
                answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, site.Said);
                answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
                // Whoever is signed in stays so.
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
                var page = new HtmlParser().ParseDocument(
                    await answer.Content.ReadAsStringAsync(Ct)
                );
                page.QuerySelector("h1")!.TextContent.ShouldBe("We cannot answer at the moment");
                page.QuerySelector("p.lead")!
                    .TextContent.ShouldContain("a form sent twice counts once");
                return;
            }
            catch (HttpRequestException) when (tries < 600 && !site.HasEnded)
            {
                // Not listening yet.
                await Task.Delay(50, Ct);
            }
        }
    }
}
