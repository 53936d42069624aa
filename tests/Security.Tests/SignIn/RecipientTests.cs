using System.Text;
using Banyan.Membership.People.Domain;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Security.Tests.SignIn;

/// <summary>
/// The code goes to the address on file, to it alone and with a link of ours, however the address is sent: several at once (GitLab CVE-2023-7028),
/// in letters that fold to it (Django CVE-2019-19844), under the name of another host (Snipe-IT CVE-2022-23064, Passbolt CVE-2025-27913).
/// </summary>
public sealed class RecipientTests
{
    private const string Stored = "mike.iskandar@example.org";
    private const string Attacker = "kwame@example.org";

    private static readonly string[] Shapes =
    [
        $"email={Stored}&email={Attacker}",
        $"email={Stored}&Email={Attacker}",
        $"email[]={Stored}&email[]={Attacker}",
        $"email[0]={Stored}&email[1]={Attacker}",
        $"email={Stored}&email[]={Attacker}",
        $"email={Stored}&email.x={Attacker}",
        $"email={Stored}%2C{Attacker}",
        $"email={Stored}%3B{Attacker}",
        $"email={Stored}+{Attacker}",
        $"email={Stored}%0A{Attacker}",
        $"email={Stored}%0D%0ABcc:{Attacker}",
        $"email={Stored}%00{Attacker}",
        $"email={Stored}%26email={Attacker}",
        $"email=<{Stored}>,<{Attacker}>",
        $"email={Attacker}+<{Stored}>",
        $"email=mailto:{Stored}?cc={Attacker}",
        $"email=mailto:{Stored}%3Fbcc%3D{Attacker}",
    ];

    [Asvs("V15.3.7")]
    [Fact]
    public async Task However_the_address_is_sent_the_mail_goes_to_one_that_was_sent_whole()
    {
        await using var host = await BanyanHost.StartAsync();
        (await host.EnteredAsync(Stored)).Dispose();
        foreach (var shape in Shapes)
        {
            host.Clock.Advance(Duration.FromHours(1));
            var before = host.Mailbox.All.Count;
            (await PostAsync(host, shape, "application/x-www-form-urlencoded")).ShouldBeLessThan(
                500,
                shape
            );
            await host.WorkAsync();
            var mails = host.Mailbox.All.Skip(before).ToList();
            mails.Count.ShouldBeLessThanOrEqualTo(1, shape);
            foreach (var mail in mails)
            {
                mail.To.ShouldBe(Stored, shape);
                mail.Headers.Keys.ShouldNotContain("Cc", shape);
                mail.Headers.Keys.ShouldNotContain("Bcc", shape);
                $"{mail.Text}{mail.Html}".ShouldNotContain(Attacker, Case.Insensitive, shape);
            }
        }
    }

    [Theory]
    [InlineData("application/json", $"{{\"email\":[\"{Stored}\",\"{Attacker}\"]}}")]
    [InlineData("text/plain", $"email={Stored}")]
    [InlineData("application/xml", $"<email>{Stored}</email>")]
    public async Task What_is_no_form_sends_no_mail(string type, string body)
    {
        await using var host = await BanyanHost.StartAsync();
        (await PostAsync(host, body, type)).ShouldBe(415);
        (await host.WorkAsync()).ShouldBe(0);
        host.Mailbox.All.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_mail_goes_to_the_address_as_it_is_kept(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        (await host.EnteredAsync(Stored)).Dispose();
        host.Clock.Advance(Duration.FromHours(1));
        using var visitor = host.NewVisitor();
        await visitor.EnterAsync(host, "MIKE.Iskandar@Example.ORG", Stored);
        host.Mailbox.All.ShouldAllBe(mail => mail.To == Stored);
        await visitor.Visit("/me");
        visitor.Text.ShouldContain(Stored);
    }

    [Theory, EachDatabase]
    public async Task No_address_that_looks_like_a_stored_one_is_taken_for_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        (await host.EnteredAsync(Stored)).Dispose();
        var known = host.Mailbox.To(Stored).Count;
        LookAlikes.Of(Stored).Count.ShouldBeGreaterThanOrEqualTo(40);
        foreach (var typed in LookAlikes.Of(Stored))
        {
            host.Clock.Advance(MailLimits.NetworkWindow);
            using var visitor = host.NewVisitor();
            using var answer = await visitor.PostAsync("/sign-in", ("email", typed));
            await host.WorkAsync();
            host.Mailbox.To(Stored).Count.ShouldBe(known, Uri.EscapeDataString(typed));
        }
    }

    [Asvs("V1.3.11", "V4.1.3")]
    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example.net")]
    [InlineData("X-Forwarded-Host", "localhost, evil.example.net")]
    [InlineData("X-Forwarded-Server", "evil.example.net")]
    [InlineData("X-Original-URL", "https://evil.example.net/")]
    [InlineData("X-Host", "evil.example.net")]
    [InlineData("Forwarded", "host=evil.example.net;proto=https")]
    [InlineData("Referer", "https://evil.example.net/")]
    [InlineData("X-Forwarded-Proto", "javascript")]
    [InlineData("X-Forwarded-Prefix", "//evil.example.net")]
    public async Task No_header_gets_into_a_mail_that_a_stranger_causes(string name, string value)
    {
        await using var host = await BanyanHost.StartAsync(
            // Even from a proxy that is ours.
            choice: new HostChoice { Arguments = ["--Banyan:Proxies=127.0.0.0/8"] }
        );
        await host.FoundAsync();
        using var nusrat = host.NewVisitor();
        nusrat.Headers[name] = value;
        await nusrat.EnterAsync(host, World.Nusrat.Address);
        await nusrat.Visit($"{Foundation.Program}/apply");
        await nusrat.Press("Begin");
        await nusrat.Visit($"{nusrat.Path}/invite");
        nusrat.Fill("Email", World.Ines.Address);
        await nusrat.Press("Add and write to them");
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(2);
        foreach (var mail in host.Mailbox.All)
        {
            mail.Links.ShouldNotBeEmpty();
            mail.Links.ShouldAllBe(link =>
                link.StartsWith(host.BaseUrl.ToString(), StringComparison.Ordinal)
            );
            $"{mail.Text}{mail.Html}{string.Join('\n', mail.Headers.Values)}".ShouldNotContain(
                "evil"
            );
        }
    }

    [Theory]
    [InlineData("evil.example.net")]
    [InlineData("localhost.evil.example.net")]
    [InlineData("localhost@evil.example.net")]
    [InlineData("localhost:80@evil.example.net")]
    public async Task Under_a_name_that_is_not_ours_nothing_is_done(string name)
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(host.BaseUrl, "/sign-in")
        );
        request.Headers.TryAddWithoutValidation("Host", name);
        request.Headers.Add("Origin", host.BaseUrl.GetLeftPart(UriPartial.Authority));
        request.Content = new FormUrlEncodedContent([new("email", World.Nusrat.Address)]);
        using var answer = await visitor.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(400);
        (await host.WorkAsync()).ShouldBe(0);
    }

    private static async Task<int> PostAsync(BanyanHost host, string body, string type)
    {
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(host.BaseUrl, "/sign-in")
        );
        request.Headers.Add("Origin", host.BaseUrl.GetLeftPart(UriPartial.Authority));
        request.Content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await visitor.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
