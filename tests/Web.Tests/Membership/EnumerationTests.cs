using System.Net;
using System.Text.RegularExpressions;
using Banyan.Membership.People.Domain;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Web.Tests.Membership;

/// <summary>Nobody learns here who has an account, and nobody's mailbox is flooded.</summary>
public sealed partial class EnumerationTests
{
    [Theory]
    [EachDatabase]
    public async Task A_known_and_an_unknown_address_get_the_same_bytes(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        (await host.SignedInAsync(World.Nusrat.Address)).Dispose();
        var known = await AnswersAsync(host, World.Nusrat.Address);
        var unknown = await AnswersAsync(host, World.Stranger.Address);
        known.Replace(World.Nusrat.Address, World.Stranger.Address).ShouldBe(unknown);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_cost_the_same_statements()
    {
        await using var host = await BanyanHost.StartAsync();
        (await host.SignedInAsync(World.Nusrat.Address)).Dispose();
        var known = await host.Statements.DuringAsync(() =>
            AnswersAsync(host, World.Nusrat.Address)
        );
        var unknown = await host.Statements.DuringAsync(() =>
            AnswersAsync(host, World.Stranger.Address)
        );
        known.ShouldBe(unknown);
    }

    [Asvs("V6.3.1")]
    [Theory]
    [EachDatabase]
    public async Task The_fourth_mail_in_a_quarter_of_an_hour_does_not_leave_and_nothing_tells(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var first = await AnswersAsync(host, World.Nusrat.Address);
        for (var more = 0; more < 4; more++)
            (await AnswersAsync(host, World.Nusrat.Address)).ShouldBe(first);
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(MailLimits.PerAddress);
        host.Clock.Advance(MailLimits.AddressWindow);
        await AnswersAsync(host, World.Nusrat.Address);
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(MailLimits.PerAddress + 1);
    }

    [Asvs("V2.3.2")]
    [Theory]
    [EachDatabase]
    public async Task Ten_requests_at_the_same_moment_send_three_mails(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var visitor = host.NewVisitor();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => visitor.PostAsync("/sign-in", ("email", World.Nusrat.Address)))
        );
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerAddress);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Asvs("V2.4.1")]
    [Fact]
    public async Task One_network_causes_twenty_mails_an_hour_whatever_it_says_of_itself()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        for (var one = 0; one < MailLimits.PerNetwork + 3; one++)
        {
            visitor.Headers["X-Forwarded-For"] = $"192.0.{one}.1";
            using var answer = await visitor.PostAsync(
                "/sign-in",
                ("email", $"person{one}@example.org")
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerNetwork);
    }

    [Asvs("V6.3.1")]
    [Theory]
    [EachDatabase]
    public async Task A_stranger_cannot_use_up_the_codes_of_an_address_and_nothing_tells(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice { Arguments = ["--Banyan:Proxies=127.0.0.0/8"] }
        );
        using var stranger = host.NewVisitor();
        stranger.Headers["X-Forwarded-For"] = "198.51.100.7";
        for (var asked = 0; asked < MailLimits.PerAddressAndDay; asked++)
        {
            (await stranger.AskAsync(World.Nusrat.Address)).Status.ShouldBe(HttpStatusCode.OK);
            await host.WorkAsync();
            host.Clock.Advance(MailLimits.AddressWindow / MailLimits.PerAddress);
        }
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(MailLimits.PerAddressAndDay);
        var over = await stranger.AskAsync(World.Nusrat.Address);
        (await host.WorkAsync()).ShouldBe(0);
        using var nusrat = host.NewVisitor();
        nusrat.Headers["X-Forwarded-For"] = "203.0.113.9";
        await nusrat.AskAsync(World.Nusrat.Address);
        nusrat.Text.ShouldBe(over.Text);
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [EachDatabase]
    public async Task No_confusable_address_comes_near_anothers_account(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        (await host.SignedInAsync("mike.iskandar@example.org")).Dispose();
        var mails = host.Mailbox.All.Count;
        foreach (var typed in Confusables.Of("mike.iskandar@example.org"))
        {
            host.Clock.Advance(Duration.FromMinutes(20));
            using var visitor = host.NewVisitor();
            using var answer = await visitor.PostAsync("/sign-in", ("email", typed));
            await host.WorkAsync();
            host.Mailbox.To("mike.iskandar@example.org").Count.ShouldBe(mails, typed);
        }
    }

    private static async Task<string> AnswersAsync(BanyanHost host, string address)
    {
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync("/sign-in", ("email", address));
        var headers = string.Join(
            '\n',
            answer
                .Headers.Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        );
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await visitor.Visit(answer.Headers.Location!.ToString());
        return Random()
            .Replace($"{(int)answer.StatusCode}\n{headers}\n{body}\n{visitor.Source}", "*");
    }

    // Tickets and the keys of forms differ each time for everybody.
    [GeneratedRegex("[0-9A-Fa-f]{24,32}", RegexOptions.NonBacktracking)]
    private static partial Regex Random();
}
