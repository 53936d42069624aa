using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Voting;

/// <summary>A member goes through what waits for them, one case after the other, without JavaScript.</summary>
public sealed class QueueTests
{
    [Theory]
    [EachDatabase]
    public async Task The_queue_leads_from_case_to_case_and_thanks_at_the_end(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        host.Clock.Advance(Duration.FromHours(1));
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit("/cases");
        await tomas.Follow("Vote on one after the other");
        tomas.Path.ShouldBe("/cases/PSF-27-AAAAA/declare?queue=0");
        tomas.Text.ShouldContain("1 of 2 · about 5 minutes left");
        await DeclareAsync(tomas, "No, nothing");
        tomas.Path.ShouldBe("/cases/PSF-27-AAAAA/vote?queue=0");
        await VoteAsync(tomas);
        tomas.Path.ShouldBe("/cases/PSF-27-BBBBB/declare?queue=1");
        tomas.Text.ShouldContain("2 of 2 · about 3 minutes left");
        await DeclareAsync(tomas, "No, nothing");
        await VoteAsync(tomas);
        tomas.Path.ShouldBe("/cases/next?queue=2");
        tomas.Text.ShouldContain("Nothing waits for your vote.");
        tomas.Text.ShouldContain("You went through 2 of them just now.");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task What_is_skipped_comes_back_at_the_end(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        host.Clock.Advance(Duration.FromHours(1));
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit("/cases/next");
        await tomas.Follow("Skip for now");
        tomas.Path.ShouldBe("/cases/PSF-27-BBBBB/declare?queue=0.PSF-27-AAAAA");
        await DeclareAsync(tomas, "No, nothing");
        await VoteAsync(tomas);
        tomas.Path.ShouldBe("/cases/PSF-27-AAAAA/declare?queue=1.PSF-27-AAAAA");
        tomas
            .Page.QuerySelectorAll("a[href*=next]")
            .ShouldBeEmpty("the last one cannot be skipped");
    }

    [Theory]
    [EachDatabase]
    public async Task A_recused_case_is_passed_by_and_a_refused_vote_keeps_its_place(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        host.Clock.Advance(Duration.FromHours(1));
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit("/cases/next");
        await DeclareAsync(tomas, "Yes, I step aside");
        tomas.Path.ShouldBe("/cases/PSF-27-BBBBB/declare?queue=1");
        await DeclareAsync(tomas, "No, nothing");
        await tomas.Choose("Should this be accepted?", "Against").Press("Cast the vote and go on");
        tomas.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tomas.Text.ShouldContain("2 of 2");
        await tomas.Fill("reason", "The date has passed.").Press("Cast the vote and go on");
        tomas.Path.ShouldBe("/cases/next?queue=2");
    }

    [Fact]
    public async Task A_chair_without_a_vote_has_an_empty_queue_and_a_strange_address_begins_anew()
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        using var leila = await host.SignedInAsync(World.Leila.Address);
        await leila.Visit("/cases/next?queue=7.../..%22");
        leila.Path.ShouldStartWith("/cases/next");
        leila.Text.ShouldContain("Nothing waits for your vote.");
        leila.Text.ShouldNotContain("You went through");
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit("/cases/next");
        marie.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    internal static Task<Visitor> DeclareAsync(Visitor visitor, string conflict) =>
        visitor
            .Choose("Does something stand between you and this case?", conflict)
            .Press("Continue");

    private static Task<Visitor> VoteAsync(Visitor visitor) =>
        visitor.Choose("Should this be accepted?", "For").Press("Cast the vote and go on");
}
