using System.Globalization;
using System.Net;
using Banyan.Kernel.Web;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Requests;

/// <summary>How many forms of strangers one network may send in a minute.</summary>
public sealed class FormLimitTests
{
    private const int Limit = 4;

    [Asvs("V2.4.1", "V15.2.2")]
    [Fact]
    public async Task The_fifth_form_of_four_in_a_minute_is_told_when_to_come_back()
    {
        await using var host = await StartAsync(Limit);
        using var visitor = host.NewVisitor();
        for (var form = 1; form <= Limit; form++)
            (await AskAsync(visitor)).Status.ShouldBe(303);
        var refused = (await AskAsync(visitor)).ShouldHelp("too many");
        (refused.Status, refused.Heading).ShouldBe((429, "Too many requests"));
        var seconds = refused.Headers.GetValues("Retry-After").ShouldHaveSingleItem();
        int.Parse(seconds, CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        refused
            .Page.QuerySelector("p.lead")!
            .TextContent.ShouldContain($"wait {seconds} seconds and send again");
        refused.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        (await visitor.LookAsync("/sign-in")).Status.ShouldBe(200);
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Who_has_signed_in_is_not_counted()
    {
        await using var host = await StartAsync(Limit);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        var token = await nusrat.TokenAsync("/me");
        for (var form = 1; form <= Limit + 2; form++)
            (
                await nusrat.PostBodyAsync("/me", $"_form={token}&Name=Nusrat+{form}")
            ).Status.ShouldBe(303);
    }

    [Fact]
    public async Task A_browser_with_nothing_but_a_draft_is_counted()
    {
        await using var host = await Applicant.HostAsync(
            DatabaseKind.Sqlite,
            $"--Banyan:FormsPerMinute={Limit}"
        );
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        for (var form = 2; form <= Limit; form++)
            (await nusrat.PostAsync("sections/subject", "")).Status.ShouldNotBe(429);
        (await nusrat.PostAsync("sections/subject", "")).Status.ShouldBe(429);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", 303)]
    [InlineData("192.0.2.1", "192.0.2.1", 429)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::1", 429)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", 303)]
    public async Task One_network_does_not_use_up_what_another_may_send(
        string one,
        string other,
        int status
    )
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Arguments = ["--Banyan:FormsPerMinute=1", "--Banyan:Proxies=127.0.0.0/8"],
            }
        );
        using var visitor = host.NewVisitor();
        visitor.Headers["X-Forwarded-For"] = one;
        (await AskAsync(visitor)).Status.ShouldBe(303);
        visitor.Headers["X-Forwarded-For"] = other;
        (await AskAsync(visitor)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Nought_is_no_limit()
    {
        await using var host = await StartAsync(0);
        using var visitor = host.NewVisitor();
        for (var form = 1; form <= 130; form++)
            (await AskAsync(visitor)).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.77")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.77")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void A_sender_is_what_one_subscriber_has(string address, string sender) =>
        FormLimit.SenderOf(IPAddress.Parse(address)).ToString().ShouldBe(sender);

    private static Task<Answer> AskAsync(Visitor visitor) =>
        visitor.PostBodyAsync("/sign-in", $"email={World.Nusrat.Address}");

    private static Task<BanyanHost> StartAsync(int limit) =>
        BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = [$"--Banyan:FormsPerMinute={limit}"] }
        );
}
