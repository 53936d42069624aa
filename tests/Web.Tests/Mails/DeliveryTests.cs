using System.Net;
using Banyan.Kernel.Work;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Mails;

/// <summary>What became of each mail of a case.</summary>
public sealed class DeliveryTests
{
    [Theory, EachDatabase]
    public async Task A_mail_waits_is_tried_again_and_is_delivered(DatabaseKind database)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        var first = await MailServer.StartAsync();
        await using var host = await Applicant.HostAsync(
            database,
            new HostChoice { Server = first }
        );
        using var marie = await host.SignedInAsync(World.Marie.Address);
        using var joey = await Applicant.SentAsync(host);
        var port = int.Parse(
            first.Address.Split(':')[^1],
            System.Globalization.CultureInfo.InvariantCulture
        );
        await first.DisposeAsync();
        await marie.Visit($"/cases/{joey.Reference}");
        await marie.Follow("Mails");
        var mails = marie.Path;
        marie.Text.ShouldContain("to joeylovespython@email.com");
        marie.Text.ShouldContain("waiting");
        await host.WorkAsync();
        await marie.Visit(mails);
        marie.Text.ShouldContain("tried again");
        marie.Text.ShouldContain("the mail server could not be reached. Next try:");
        marie.Text.ShouldNotContain("127.0.0.1");
        await using var second = await MailServer.StartAsync(port);
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        second.Mailbox.To("joeylovespython@email.com").Count.ShouldBe(1);
        await marie.Visit(mails);
        marie.Text.ShouldContain("delivered to the mail server");
        marie.Text.ShouldContain("(New York)");
        marie.Text.ShouldNotContain("tried again");
    }

    [Theory, EachDatabase]
    public async Task The_work_group_and_strangers_do_not_see_whom_mail_goes_to(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit($"/cases/{joey.Reference}/mails");
        tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
        await joey.Visitor.Visit($"/cases/{joey.Reference}/mails");
        joey.Visitor.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task What_became_of_a_mail_is_forgotten_after_a_year_and_more(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        await host.WorkAsync();
        host.Clock.Advance(Duration.FromDays(399));
        await SweepAsync(host);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{joey.Reference}/mails");
        marie.Text.ShouldContain("to joeylovespython@email.com");
        host.Clock.Advance(Duration.FromDays(2));
        await SweepAsync(host);
        using var again = await host.SignedInAsync(World.Marie.Address);
        await again.Visit($"/cases/{joey.Reference}/mails");
        again.Text.ShouldNotContain("to joeylovespython@email.com");
    }

    private static async Task SweepAsync(BanyanHost host)
    {
        await host.DbAsync(db =>
            Sweep.BeginAsync(db, host.Clock.Now, TestContext.Current.CancellationToken)
        );
        await host.WorkAsync();
    }
}
