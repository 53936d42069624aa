using System.Net;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Mailing;
using Banyan.Kernel.Work;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Faults.Tests;

/// <summary>What a node says of itself while something is broken. A full disk has its own test.</summary>
public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_a_database_that_is_away_from_a_process_that_is_dead()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        using var site = RunningSite.On(ground);
        ground.Cluster!.Kill();
        site.Start();
        await site.Address.LivesAsync();
        (await site.Address.HealthAsync()).ShouldBe(
            (
                HttpStatusCode.ServiceUnavailable,
                new Seen("starting", "unknown", "fine", "unknown", "unknown")
            )
        );
        ground.Cluster.Start();
        await site.WaitAsync();
        await site.Address.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        ground.Cluster.Kill();
        await site.Address.BecomesAsync(
            HttpStatusCode.ServiceUnavailable,
            new Seen("not ready", "away", "fine", "unknown", "unknown")
        );
        await site.Address.LivesAsync();
        ground.Cluster.Start();
        await site.Address.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        Figures.Add(
            "R7",
            $"Postgres: /health/ready says 503 while the database is not there yet or away, and 200 again by itself; /health/live says 200 throughout"
        );
    }

    [Theory, EachDatabase]
    public async Task It_says_that_mail_waits_and_goes_on_giving_pages(DatabaseKind database)
    {
        using var receiver = new SmtpReceiver { Mood = Mood.Rejecting };
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice { Mail = receiver.Address }
        );
        using var visitor = host.NewVisitor();
        await visitor.Visit("/sign-in");
        await visitor.Fill("email", World.Nusrat.Address).Press("Send me a code");
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        await host.WorkAsync();
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine with { Mail = "waiting" });
        receiver.Mood = Mood.Willing;
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
    }

    [Theory, EachDatabase]
    public async Task It_says_that_work_is_late_where_nobody_does_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
        host.Clock.Advance(Duration.FromMinutes(4));
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
        host.Clock.Advance(Duration.FromMinutes(2));
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine with { Work = "late" });
        await host.WorkAsync();
        await host.BaseUrl.BecomesAsync(HttpStatusCode.OK, Seen.Fine);
    }
}
