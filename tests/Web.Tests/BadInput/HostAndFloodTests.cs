using System.Text.RegularExpressions;
using Banyan.Membership.People.Domain;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Hosts that are not ours, and forms that are made to send mail.</summary>
public sealed partial class HostAndFloodTests
{
    private const int Requests = 500;
    private const int AtOnce = 10;

    [Theory]
    [InlineData("evil.example.org", 400)]
    [InlineData("localhost.example.org", 400)]
    [InlineData("xlocalhost", 400)]
    [InlineData("localhost:1@evil.example.org", 400)]
    [InlineData("127.0.0.2", 400)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:1", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    public async Task Only_our_own_host_and_the_loopback_are_answered(string name, int status)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        var request = new HttpRequestMessage(HttpMethod.Get, visitor.Exactly("/sign-in"));
        request.Headers.TryAddWithoutValidation("Host", name).ShouldBeTrue();
        (await Answer.OfAsync(visitor, request)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_strange_host_gets_a_page_that_says_so()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        visitor.Headers["Host"] = "evil.example.org";
        var answer = (await visitor.LookAsync("/")).ShouldHelp("host");
        answer.Status.ShouldBe(400);
        answer.Body.ShouldNotContain("evil");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Forged_headers_of_a_proxy_reach_no_link()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        foreach (var (name, value) in Forged)
            nusrat.Visitor.Headers[name] = value;
        (
            await nusrat.Visitor.PostBodyAsync(
                "/sign-in",
                $"_form={nusrat.Token}&email={World.Deb.Address}"
            )
        )
            .ShouldHelp("sign-in")
            .Location!.ShouldStartWith("/sign-in/code");
        (await nusrat.PostAsync("invite", $"Email={World.Ines.Address}"))
            .ShouldHelp("invite")
            .Location.ShouldBe(nusrat.Path);
        await host.WorkAsync();
        var links = host.Mailbox.All.SelectMany(letter => letter.Links).ToList();
        links.Count.ShouldBeGreaterThan(2);
        links.ShouldAllBe(link => link.StartsWith(host.BaseUrl.ToString()));
        host.Mailbox.All.ShouldAllBe(letter => !letter.Text.Contains("evil"));
    }

    [Theory, EachDatabase]
    public async Task Five_hundred_requests_for_one_address_send_three_mails_and_tell_nothing(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        (await FloodAsync(host, _ => World.Nusrat.Address)).ShouldHaveSingleItem();
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerAddress);
    }

    [Theory, EachDatabase]
    public async Task Five_hundred_requests_from_one_network_send_twenty_mails_and_tell_nothing(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        (await FloodAsync(host, number => $"person{number}@example.org")).ShouldHaveSingleItem();
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerNetwork);
    }

    private static (string Name, string Value)[] Forged =>
        [
            ("X-Forwarded-Host", "evil.example.org"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-For", "192.0.2.1"),
            ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "host=evil.example.org;proto=https"),
            ("X-Original-Host", "evil.example.org"),
            ("X-Original-URL", "/evil"),
            ("X-Rewrite-URL", "/evil"),
            ("X-HTTP-Method-Override", "DELETE"),
        ];

    /// <summary>The different answers, tickets aside.</summary>
    private static async Task<List<string>> FloodAsync(BanyanHost host, Func<int, string> address)
    {
        using var visitor = host.NewVisitor();
        var answers = new List<string>();
        foreach (var numbers in Enumerable.Range(0, Requests).Chunk(AtOnce))
            answers.AddRange(
                await Task.WhenAll(numbers.Select(number => AskAsync(visitor, address(number))))
            );
        return [.. answers.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<string> AskAsync(Visitor visitor, string address)
    {
        var answer = await visitor.PostBodyAsync("/sign-in", $"email={address}");
        var headers = answer
            .Headers.Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return Ticket()
            .Replace($"{answer.Status}\n{string.Join('\n', headers)}\n{answer.Body}", "*");
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Ticket();
}
