using System.Net;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Mailing;
using Banyan.Kernel.Work;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Faults.Tests;

/// <summary>What a node says of itself while something is broken. A database that is away and a full disk have tests of their own.</summary>
public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
