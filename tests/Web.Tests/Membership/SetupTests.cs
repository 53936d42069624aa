using System.Net;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Membership;

/// <summary>The first owner of an empty site.</summary>
public sealed class SetupTests
{
    [Asvs("V6.3.2")]
    [Theory]
    [EachDatabase]
    public async Task The_first_owner_sets_up_the_site_and_is_signed_in(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.OwnerAsync();
        marie.Path.ShouldBe("/settings/teams");
        marie.Text.ShouldContain("The Foundation");
        (await host.SetupAddressAsync()).ShouldBeNull();
        host.Trouble().ShouldBeEmpty();
    }

    [Asvs("V6.3.2", "V6.4.1")]
    [Fact]
    public async Task The_address_works_once()
    {
        await using var host = await BanyanHost.StartAsync();
        var address = (await host.SetupAddressAsync())!;
        using var late = host.NewVisitor();
        await late.Visit(address);
        using var marie = host.NewVisitor();
        await marie.Visit(address);
        marie
            .Fill("Your name", World.Marie.Name)
            .Fill("Your e-mail address", World.Marie.Address)
            .Fill("Name of the organisation", "The Foundation");
        await marie.Press("Set up");
        late.Fill("Your name", World.Stranger.Name)
            .Fill("Your e-mail address", World.Stranger.Address)
            .Fill("Name of the organisation", "Another");
        await late.Press("Set up");
        late.Status.ShouldBe(HttpStatusCode.NotFound);
        (await late.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_who_set_up_at_once_one_wins(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var path = new Uri((await host.SetupAddressAsync())!).AbsolutePath;
        var visitors = new[] { host.NewVisitor(), host.NewVisitor() };
        var answers = await Task.WhenAll(
            visitors.Select(
                (visitor, at) =>
                    visitor.PostAsync(
                        path,
                        ("name", $"Person {at}"),
                        ("email", $"person{at}@example.org"),
                        ("organisation", $"Organisation {at}")
                    )
            )
        );
        answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther).ShouldBe(1);
        visitors.Count(visitor => visitor.Cookies[Comings.Cookie] is not null).ShouldBe(1);
        foreach (var answer in answers)
            answer.Dispose();
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Asvs("V6.4.1")]
    [Fact]
    public async Task The_address_is_over_after_a_day_and_after_the_next_start()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        var first = (await host.SetupAddressAsync())!;
        var second = (await host.SetupAddressAsync())!;
        await visitor.Visit(first);
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.Visit(second);
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        host.Clock.Advance(Duration.FromHours(24));
        await visitor.Visit(second);
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_made()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit((await host.SetupAddressAsync())!);
        visitor
            .Fill("Your name", World.Marie.Name)
            .Fill("Your e-mail address", World.Marie.Address);
        await visitor.Press("Set up");
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Text.ShouldContain("Give the organisation a name.");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        visitor.Fill("Name of the organisation", "The Foundation");
        await visitor.Press("Set up");
        visitor.Path.ShouldBe("/settings/teams");
    }

    [Theory]
    [InlineData("psf", "psf")]
    [InlineData("", "the-foundation")]
    public async Task The_short_name_is_the_one_that_program_files_give(string typed, string slug)
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = host.NewVisitor();
        await marie.Visit((await host.SetupAddressAsync())!);
        FillIn(marie, typed);
        await marie.Press("Set up");
        marie.Path.ShouldBe("/settings/teams");
        (
            await host.DbAsync(db =>
                db.OrganisationFacts.Select(facts => facts.Slug)
                    .SingleAsync(TestContext.Current.CancellationToken)
            )
        ).ShouldBe(slug);
    }

    [Theory]
    [InlineData("PSF")]
    [InlineData("the foundation")]
    [InlineData("1psf")]
    [InlineData("psf-")]
    [InlineData("p--s")]
    public async Task A_short_name_that_no_program_file_could_give_is_refused(string typed)
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = host.NewVisitor();
        await marie.Visit((await host.SetupAddressAsync())!);
        FillIn(marie, typed);
        await marie.Press("Set up");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Text.ShouldContain("The short name begins with a letter");
    }

    private static void FillIn(Visitor visitor, string slug) =>
        visitor
            .Fill("Your name", World.Marie.Name)
            .Fill("Your e-mail address", World.Marie.Address)
            .Fill("Name of the organisation", "The Foundation")
            .Fill("slug", slug);
}
