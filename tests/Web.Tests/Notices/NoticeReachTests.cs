using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.People.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Notices;

/// <summary>What somebody may not know of any more when the gathered mail leaves is not told in it.</summary>
public sealed class NoticeReachTests
{
    private const string Reference = "UMB-27-AAAAA";
    private static readonly Duration Day = Duration.FromDays(1);

    [Theory, EachDatabase]
    public async Task Who_left_the_team_or_stepped_aside_is_told_nothing(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        var leila = await world.SeatedAsync(World.Leila, "staff", voting: false);
        var ruth = await world.SeatedAsync(World.Ruth, "staff", voting: false);
        foreach (var reader in (Visitor[])[world.Marie, leila, ruth])
            await reader.ChooseMailAsync("desk", "Daily");
        await NoticeTests.ApplicantWritesAsync(world, "Here is the plan.");
        await world.Host.WorkAsync();
        await DeskWorld.DeclareAsync(leila, Reference + "/declare", "Yes, I step aside");
        await RemoveAsync(world, World.Ruth);
        await world.Host.WorkAfterAsync(Day);
        world.Host.GatheredFor(World.Marie).ShouldHaveSingleItem();
        world.Host.GatheredFor(World.Leila).ShouldBeEmpty();
        world.Host.GatheredFor(World.Ruth).ShouldBeEmpty();
        await world.Marie.Visit($"/cases/{Reference}/mails");
        world.Marie.Text.ShouldContain("may not know of the case any more");
    }

    [Theory, EachDatabase]
    public async Task Of_a_round_the_undeclared_read_the_title_alone_and_the_recused_nothing(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reader in (Visitor[])[world.Tomas, world.Deb, world.Joey])
            await reader.ChooseMailAsync("rounds", "Daily");
        await world.WithTheGroupAsync(Reference);
        await world.Host.WorkAsync();
        await DeskWorld.DeclareAsync(world.Deb, Reference);
        await DeskWorld.DeclareAsync(world.Joey, Reference, "Yes, I step aside");
        await world.Host.WorkAfterAsync(Day);
        var undeclared = world.Host.GatheredFor(World.Tomas).ShouldHaveSingleItem().Text;
        undeclared.ShouldContain("Workshop day. First say whether something stands between");
        undeclared.ShouldNotContain("One mail");
        world.Host.GatheredFor(World.Deb).ShouldHaveSingleItem().Text.ShouldContain("Next: ");
        world.Host.GatheredFor(World.Joey).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task One_click_stops_one_kind_and_looking_stops_none(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.Tomas.ChooseMailAsync("rounds", "Daily");
        await world.WithTheGroupAsync(Reference);
        await world.Host.WorkAsync();
        await world.Host.WorkAfterAsync(Day);
        var mail = world.Host.GatheredFor(World.Tomas).ShouldHaveSingleItem();
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var address = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>'));
        address.AbsolutePath.ShouldEndWith("/rounds");
        using var stranger = world.Host.NewVisitor();
        await stranger.Visit(address.AbsolutePath);
        await world.Tomas.Visit("/me/notifications");
        world.Tomas.Chosen("rounds").ShouldBe("Daily");
        using var answer = await stranger.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([
                    KeyValuePair.Create("List-Unsubscribe", "One-Click"),
                ]),
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await world.Tomas.Visit("/me/notifications");
        (world.Tomas.Chosen("rounds"), world.Tomas.Chosen("week")).ShouldBe(("Never", "Weekly"));
        await stranger.Visit(
            address.AbsolutePath.Replace("/rounds", "/decisions", StringComparison.Ordinal)
        );
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task RemoveAsync(DeskWorld world, Character character)
    {
        var ct = TestContext.Current.CancellationToken;
        await world.Host.DbAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Email == character.Address, ct);
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "staff", ct);
            (
                await db.CommitAsync(team.Remove(person.Id, Actor.Rule, world.Host.Clock.Now), ct)
            ).Refusal.ShouldBeNull();
        });
    }
}
