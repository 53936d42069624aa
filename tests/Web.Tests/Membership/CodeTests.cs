using System.Net;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Web.Tests.Membership;

/// <summary>A code is six digits that work once, for ten minutes and five tries.</summary>
public sealed class CodeTests
{
    [Theory]
    [EachDatabase]
    public async Task A_mailed_code_signs_in(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        nusrat.Path.ShouldBe("/me");
        nusrat.Text.ShouldContain(World.Nusrat.Address);
        host.Trouble().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_may_be_pasted_with_spaces_or_typed_in_Bangla_digits()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var bangla = string.Concat(code.Select(digit => (char)('\u09E6' + (digit - '0'))));
        await nusrat.TypeCodeAsync($" {bangla[..3]} {bangla[3..]} ");
        nusrat.Path.ShouldBe("/me");
    }

    [Asvs("V6.5.1")]
    [Theory]
    [EachDatabase]
    public async Task A_code_works_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = host.NewVisitor();
        using var other = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        await other.Visit(nusrat.Path);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        await nusrat.TypeCodeAsync(code);
        await other.TypeCodeAsync(code);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.IsSignedInAsync()).ShouldBeFalse();
    }

    [Asvs("V6.5.5")]
    [Fact]
    public async Task A_code_is_over_after_ten_minutes()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        host.Clock.Advance(Duration.FromMinutes(10));
        await nusrat.TypeCodeAsync(code);
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nusrat.IsSignedInAsync()).ShouldBeFalse();
    }

    [Asvs("V6.5.5")]
    [Theory]
    [InlineData(599, 1)]
    [InlineData(600, 0)]
    public async Task A_code_that_waited_until_it_was_over_is_not_mailed(int seconds, int mails)
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        host.Clock.Advance(Duration.FromSeconds(seconds));
        (await host.WorkAsync()).ShouldBe(1);
        host.Mailbox.All.Count.ShouldBe(mails);
        (await host.WorkAfterAsync(Duration.FromDays(1))).ShouldBe(0);
    }

    [Asvs("V6.3.1", "V6.6.3")]
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task After_five_wrong_tries_the_right_code_is_refused(int wrong, bool comesIn)
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var other = code == "123456" ? "654321" : "123456";
        for (var tries = 0; tries < wrong; tries++)
        {
            await nusrat.TypeCodeAsync(other);
            nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        await nusrat.TypeCodeAsync(code);
        (await nusrat.IsSignedInAsync()).ShouldBe(comesIn);
    }

    [Asvs("V6.5.1")]
    [Theory]
    [EachDatabase]
    public async Task Of_many_requests_with_one_code_at_once_one_wins(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var ticket = nusrat.Path.Split('=')[1];
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var visitors = Enumerable.Range(0, 4).Select(_ => host.NewVisitor()).ToList();
        var answers = await Task.WhenAll(
            visitors.Select(visitor =>
                visitor.PostAsync("/sign-in/code", ("ticket", ticket), ("code", code))
            )
        );
        answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther).ShouldBe(1);
        visitors.Count(visitor => visitor.Cookies[Comings.Cookie] is not null).ShouldBe(1);
        answers
            .Where(answer => answer.StatusCode != HttpStatusCode.SeeOther)
            .ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        foreach (var answer in answers)
            answer.Dispose();
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Asvs("V6.6.2")]
    [Theory]
    [EachDatabase]
    public async Task A_code_opens_only_the_request_that_asked_for_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = host.NewVisitor();
        using var other = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var first = await host.CodeForAsync(World.Nusrat.Address);
        await other.AskAsync(World.Nusrat.Address);
        var second = await host.CodeForAsync(World.Nusrat.Address);
        first.ShouldNotBe(second);
        await other.TypeCodeAsync(first);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await nusrat.TypeCodeAsync(second);
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await nusrat.TypeCodeAsync(first);
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
    }

    [Asvs("V7.6.2", "V14.2.1")]
    [Fact]
    public async Task The_mail_leads_to_the_page_without_the_code_and_opening_it_uses_nothing_up()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var link = host.Mailbox.Last(World.Nusrat.Address).Links.ShouldHaveSingleItem();
        link.ShouldNotContain(code);
        link.ShouldStartWith(host.BaseUrl.ToString());
        using var scanner = host.NewVisitor();
        await scanner.Visit(link);
        await scanner.Visit(link);
        scanner.Text.ShouldNotContain(code);
        (await scanner.IsSignedInAsync()).ShouldBeFalse();
        await nusrat.TypeCodeAsync(code);
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("Forwarded")]
    [InlineData("X-Original-Host")]
    public async Task A_spoofed_host_does_not_reach_the_mail(string header)
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        nusrat.Headers[header] = "evil.example.net";
        await nusrat.AskAsync(World.Nusrat.Address);
        await host.WorkAsync();
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Links.ShouldAllBe(link =>
            link.StartsWith(host.BaseUrl.ToString(), StringComparison.Ordinal)
        );
        $"{mail.Text}{mail.Html}".ShouldNotContain("evil");
    }

    [Asvs("V13.4.2")]
    [Fact]
    public async Task The_code_stands_on_the_page_in_development_only()
    {
        await using var plain = await BanyanHost.StartAsync();
        await using var development = await BanyanHost.StartAsync(
            choice: new HostChoice { Development = true }
        );
        using var one = plain.NewVisitor();
        using var two = development.NewVisitor();
        await one.AskAsync(World.Nusrat.Address);
        await two.AskAsync(World.Nusrat.Address);
        one.Text.ShouldNotContain(await plain.CodeForAsync(World.Nusrat.Address));
        two.Text.ShouldContain(await development.CodeForAsync(World.Nusrat.Address));
    }
}
