using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Testing;
using NodaTime;
using Mailing = Banyan.Kernel.Mail.Mail;

namespace Banyan.Web.Tests.House;

/// <summary>A mail from its cause to the mailbox, as a file and through a real server.</summary>
public sealed class MailTests
{
    private const string Subject = "Ihr Code für Banyan: ঢাকা";

    private static readonly MailText Words = new(
        Subject,
        [
            "Your code is 042137 = yours.",
            "A long line: " + string.Join(' ', Enumerable.Repeat("নুসরাত", 40)),
        ],
        "Next: you send your application by 3 March.",
        new MailButton("Open", "http://localhost/applications/BD-27-001?a=1&b=2")
    );

    [Fact]
    public void A_voice_colours_our_marks_and_no_word_that_somebody_wrote()
    {
        const string typed =
            "<p style=\"border-left:3px solid #1b5e40 <a style=\"background:#1b5e40";
        var mail = Mailing
            .Of("nusrat@example.org", "", Words with { Paragraphs = [typed] }, "en")
            .SpokenBy(new MailVoice("North", null, Accent.Brick));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html);
        page.QuerySelector("p")!.TextContent.ShouldBe(typed);
        page.QuerySelectorAll("[style*='#8c3117']").Length.ShouldBe(2);
        page.QuerySelectorAll("[style*='#1b5e40']").ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_mail_arrives_as_it_was_written(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var mail = Made(World.Nusrat);
        await SendAsync(host, mail);
        host.Mailbox.All.ShouldBeEmpty();
        (await host.CodeForAsync(World.Nusrat.Address)).ShouldBe("042137");
        ShouldBeIt(host.Mailbox.All.ShouldHaveSingleItem(), mail);
    }

    [Fact(SkipUnless = nameof(ServerIsThere), Skip = "Needs python3-aiosmtpd; ./test installs it.")]
    public async Task A_mail_server_gets_the_same_mail()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Mail = server.Address }
        );
        var mail = Made(World.Ines);
        await SendAsync(host, mail);
        (await host.WorkAsync()).ShouldBe(1);
        ShouldBeIt(server.Mailbox.All.ShouldHaveSingleItem(), mail);
    }

    [Fact(SkipUnless = nameof(ServerIsThere), Skip = "Needs python3-aiosmtpd; ./test installs it.")]
    public async Task A_mail_waits_for_a_server_that_is_down()
    {
        var port = BanyanHost.FreePort();
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Mail = $"smtp://127.0.0.1:{port}" }
        );
        var mail = Made(World.Nusrat);
        await SendAsync(host, mail);
        await host.WorkAsync();
        await using var server = await MailServer.StartAsync(port);
        server.Mailbox.All.ShouldBeEmpty();
        await host.WorkAfterAsync(Duration.FromSeconds(20));
        ShouldBeIt(server.Mailbox.All.ShouldHaveSingleItem(), mail);
    }

    [Fact]
    public async Task The_newest_code_counts_and_a_missing_one_is_told()
    {
        await using var host = await BanyanHost.StartAsync();
        await SendAsync(host, Made(World.Nusrat));
        await Task.Delay(5, TestContext.Current.CancellationToken);
        var second = Words with { Paragraphs = ["Your code is 777123."] };
        await SendAsync(host, Mailing.Of(World.Nusrat.Address, "Nusrat", second, "en"));
        (await host.CodeForAsync(World.Nusrat.Address)).ShouldBe("777123");
        Should
            .Throw<InvalidOperationException>(() => host.Mailbox.Last(World.Marie.Address))
            .Message.ShouldBe("No mail to marie@example.org; there is mail to: nusrat@example.org");
    }

    public static bool ServerIsThere => MailServer.Missing is null;

    private static Mailing Made(Character to) =>
        Mailing.Of(to.Address, to.Name, Words, "en", Guid.CreateVersion7());

    private static Task<Outcome> SendAsync(BanyanHost host, Mailing mail) =>
        Kernel.Happenings.CommitAsync(
            host,
            Outcome.Of(Actor.Rule, host.Clock.Now).Then(mail.Send(host.Clock.Now))
        );

    private static void ShouldBeIt(Letter letter, Mailing mail)
    {
        letter.To.ShouldBe(mail.To);
        letter.Subject.ShouldBe(Subject);
        letter.Text.TrimEnd().ShouldBe(mail.Text.TrimEnd());
        letter.Html.TrimEnd().ShouldBe(mail.Html.TrimEnd());
        letter.Links.ShouldBe(["http://localhost/applications/BD-27-001?a=1&b=2"]);
        letter.Headers["Message-ID"].ShouldBe($"<{mail.Id:n}@localhost.localdomain>");
        letter.Headers["References"].ShouldBe($"<thread-{mail.Thread:n}@localhost.localdomain>");
        letter.Headers["Auto-Submitted"].ShouldBe("auto-generated");
    }
}
