using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Membership;

/// <summary>Owners change teams, staff see them, others do not know of them.</summary>
public sealed class TeamTests
{
    private const string Owners = "/settings/teams/the-foundation/owners";
    private const string Staff = "/settings/teams/the-foundation/staff";

    [Theory]
    [EachDatabase]
    public async Task An_owner_adds_a_person_who_then_may_do_more_at_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var owner = await host.OwnerAsync();
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit(Staff);
        tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
        await AddAsync(owner, Staff, World.Tomas.Address);
        owner.Text.ShouldContain(World.Tomas.Address);
        await tomas.Visit(Staff);
        tomas.Status.ShouldBe(HttpStatusCode.OK);
        await host.WorkAsync();
        host.Mailbox.Last(World.Tomas.Address).Subject.ShouldBe("You are in a team: Staff");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task An_owner_names_who_leads_a_team_that_votes(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.SeatAsync(World.Asha, "owners", voting: false);
        using var owner = await host.SignedInAsync(World.Asha.Address);
        const string WorkGroup = "/settings/teams/psf/grants-work-group";
        await owner.Visit($"{WorkGroup}/add");
        await owner
            .Fill("E-mail address", World.Stranger.Address)
            .Choose("Leads this team (optional)")
            .Press("Add to the team");
        owner.Problems().ShouldBeEmpty();
        owner.Text.ShouldContain($"{World.Stranger.Address} leads the team");
        await owner.Visit("/settings/teams/psf/staff/add");
        owner.Text.ShouldNotContain("Leads this team");
    }

    [Theory]
    [EachDatabase]
    public async Task Who_is_removed_may_do_less_on_the_next_request(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var owner = await host.OwnerAsync();
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await AddAsync(owner, Staff, World.Tomas.Address);
        await RemoveAsync(owner, Staff, World.Tomas.Address);
        owner.Path.ShouldBe(Staff);
        await tomas.Visit(Staff);
        tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
        await AddAsync(owner, Staff, World.Tomas.Address);
        await tomas.Visit(Staff);
        tomas.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Staff_see_teams_and_change_none()
    {
        await using var host = await BanyanHost.StartAsync();
        using var owner = await host.OwnerAsync();
        await AddAsync(owner, Staff, World.Tomas.Address);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit(Staff);
        tomas.Page.QuerySelectorAll("main a[href*=remove], main a[href$=add]").ShouldBeEmpty();
        await tomas.Visit($"{Staff}/add");
        tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_last_owner_cannot_be_removed()
    {
        await using var host = await BanyanHost.StartAsync();
        using var owner = await host.OwnerAsync();
        await RemoveAsync(owner, Owners, World.Marie.Address);
        owner.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        owner.Text.ShouldContain("An organisation has at least one owner.");
        await owner.Visit(Owners);
        owner.Text.ShouldContain(World.Marie.Address);
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_owners_who_remove_each_other_at_once_one_stays(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.OwnerAsync();
        await AddAsync(marie, Owners, World.Tomas.Address);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await marie.Visit(RemoveHref(marie, World.Tomas.Address));
        await tomas.Visit(Owners);
        await tomas.Visit(RemoveHref(tomas, World.Marie.Address));
        await Task.WhenAll(
            marie.Press("Remove from the team"),
            tomas.Press("Remove from the team")
        );
        var owners = await host.DbAsync(db =>
            Task.FromResult(db.SeatFacts.Count(seat => seat.Team == "owners"))
        );
        owners.ShouldBe(1);
    }

    [Fact]
    public async Task A_team_of_another_organisation_does_not_exist_for_an_owner()
    {
        await using var host = await BanyanHost.StartAsync();
        using var owner = await host.OwnerAsync();
        var founded = await host.DbAsync(async db =>
        {
            var ensured = await new OrganisationDirectory(db).EnsureAsync(
                "another",
                "Another",
                "Asia/Dhaka",
                "BD",
                Actor.Rule,
                host.Clock.Now,
                TestContext.Current.CancellationToken
            );
            return await db.CommitAsync(ensured.Outcome, TestContext.Current.CancellationToken);
        });
        founded.Refusal.ShouldBeNull();
        await owner.Visit("/settings/teams/another/owners");
        owner.Status.ShouldBe(HttpStatusCode.NotFound);
        await owner.Visit("/settings/teams/another/owners/add");
        owner.Status.ShouldBe(HttpStatusCode.NotFound);
        await owner.Visit("/settings/teams");
        owner.Text.ShouldNotContain("Another");
    }

    private static async Task AddAsync(Visitor owner, string team, string address)
    {
        await owner.Visit(team);
        await owner.Follow("Add a person");
        owner.Fill("E-mail address", address);
        await owner.Press("Add to the team");
        owner.Path.ShouldBe(team);
    }

    private static async Task RemoveAsync(Visitor owner, string team, string address)
    {
        await owner.Visit(team);
        await owner.Visit(RemoveHref(owner, address));
        await owner.Press("Remove from the team");
    }

    private static string RemoveHref(Visitor owner, string address) =>
        owner
            .Page.QuerySelectorAll(".members li")
            .Single(row => row.TextContent.Contains(address, StringComparison.Ordinal))
            .QuerySelector("a[href*=remove]")!
            .GetAttribute("href")!;
}
