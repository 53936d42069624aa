using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Testing;

namespace Banyan.Security.Tests.MailInjection;

/// <summary>
/// The last step before the mail server trusts nobody before it: whatever stands in a mail, its receiver, fields and links are those that were meant
/// (MimeKit CVE-2026-30227, System.Net.Mail CVE-2026-32178, and the system mails of pretalx before 2026.1.0).
/// </summary>
public sealed class TransportTests
{
    private const string Site = "https://banyan.example.org/";
    private const string To = "nusrat@example.org";
    private static readonly MailIdentity Us = new("banyan@example.org", "Banyan", "example.org");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Asvs("V1.3.11")]
    [Fact]
    public async Task Hostile_words_in_each_part_of_a_mail_stay_words()
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        var transport = new SmtpTransport(SmtpServer.From(server.Address), Us);
        foreach (var words in HostileWords.All)
            await transport.SendAsync(Full(words), Ct);
        server.Mailbox.Sources.Count.ShouldBe(HostileWords.All.Count);
        Inspection.Of(server.Mailbox, Site, [To]).ShouldBeEmpty();
    }

    [Asvs("V1.3.11")]
    [Theory]
    [InlineData("nusrat@example.org\r\nBcc: evil@example.net")]
    [InlineData("nusrat@example.org>\r\nRCPT TO:<evil@example.net")]
    [InlineData("nusrat\r\nRCPT TO:<evil@example.net>\r\n@example.org")]
    [InlineData("\"nusrat\r\nRCPT TO:<evil@example.net>\"@example.org")]
    [InlineData("nusrat@example.org, evil@example.net")]
    [InlineData("nusrat@example.org;evil@example.net")]
    [InlineData("nusrat@example.org\0evil@example.net")]
    [InlineData("nusrat@example.org\u2028evil@example.net")]
    [InlineData("nusrat@example.org> <evil@example.net>")]
    public async Task An_address_that_holds_more_than_an_address_gets_nowhere(string address)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        var transport = new SmtpTransport(SmtpServer.From(server.Address), Us);
        var mail = Mail.Of(address, "Nusrat", new MailText("Hello", ["Words."]), "en");
        await Should.ThrowAsync<Exception>(() => transport.SendAsync(mail, Ct));
        server.Mailbox.Sources.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_inspection_sees_what_is_wrong()
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        var transport = new SmtpTransport(SmtpServer.From(server.Address), Us);
        var good = Full("Eve");
        await transport.SendAsync(good, Ct);
        Inspection.Of(server.Mailbox, Site, [To]).ShouldBeEmpty();
        await transport.SendAsync(good with { To = "asha@example.org" }, Ct);
        Inspection.Of(server.Mailbox, Site, [To]).ShouldHaveSingleItem().ShouldContain("envelope");
        await transport.SendAsync(
            good with
            {
                Html = "<p onclick=x>See <a href=\"https://evil.example.net/\">this</a></p><hr>",
            },
            Ct
        );
        Inspection.Of(server.Mailbox, Site, [To, "asha@example.org"]).Count.ShouldBe(3);
    }

    /// <summary>A mail with these words wherever somebody's words may come.</summary>
    private static Mail Full(string words) =>
        Mail.Of(
                To,
                words,
                new MailText(
                    words,
                    [words, $"Dear {words}", $"{words}\n{words}"],
                    words,
                    new MailButton(words, $"{Site}cases/A-26-1")
                ),
                "en",
                Guid.CreateVersion7()
            )
            .SpokenBy(new MailVoice(words, "desk@example.org", Accent.Plum));
}
