using System.Net;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Review;

/// <summary>How far the desk reaches: one's own work group's cases, and none that one writes on.</summary>
public sealed class DeskReachTests
{
    private const string Reference = "UMB-27-REACH";
    private const string Case = $"/cases/{Reference}";

    [Theory, EachDatabase]
    public async Task Of_two_work_groups_only_the_one_of_the_stage_reads_a_case(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await SecondGroupAsync(world);
        var ines = await world.SignedInAsync(World.Ines);
        await world.Host.SeatAsync(World.Ines, "speakers", voting: true);
        await world.WithTheGroupAsync(Reference);
        (await world.Tomas.Visit(Case)).Status.ShouldBe(HttpStatusCode.OK);
        (await ines.Visit(Case)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.Visit($"{Case}/vote")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.Visit($"{Case}/note")).Status.ShouldBe(HttpStatusCode.NotFound);
        await ines.Visit("/cases?state=all");
        ines.Status.ShouldBe(HttpStatusCode.OK);
        ines.Text.ShouldNotContain(Reference);
        (await world.Marie.Visit(Case)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Who_writes_on_an_application_reads_why_on_its_page_and_not_its_case(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        var ines = await world.SignedInAsync(World.Ines);
        await world.Host.SeatAsync(World.Ines, "staff", voting: false);
        foreach (var (visitor, who) in new[] { (world.Deb, World.Deb), (ines, World.Ines) })
        {
            (await visitor.Visit(Case)).Status.ShouldBe(HttpStatusCode.OK);
            await WriteOnAsync(world, who);
            (await visitor.Visit(Case)).Status.ShouldBe(HttpStatusCode.NotFound);
            await visitor.Visit("/cases?state=all");
            visitor.Text.ShouldNotContain(Reference);
            await visitor.Visit($"/applications/{Reference}");
            visitor.Text.ShouldContain(
                "Because you write on it yourself, the desk does not show it"
            );
        }
        (await world.Deb.Visit($"{Case}/vote")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Tomas.Visit(Case)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task An_invitation_that_nobody_took_shuts_nobody_out_of_the_desk(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await WriteOnAsync(world, World.Marie, proven: false);
        (await world.Marie.Visit(Case)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task SecondGroupAsync(DeskWorld world) =>
        world.Host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var organisation = await db.OrganisationFacts.SingleAsync(ct);
            var made = await new OrganisationDirectory(db).EnsureTeamAsync(
                organisation.Id,
                "speakers",
                "Speakers",
                TeamKind.WorkGroup,
                Actor.Rule,
                world.Host.Clock.Now,
                ct
            );
            (await db.CommitAsync(made, ct)).Refusal.ShouldBeNull();
        });

    private static Task WriteOnAsync(DeskWorld world, Character who, bool proven = true) =>
        world.Host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var now = world.Host.Clock.Now;
            EmailAddress.TryParse(who.Address, out var email, out _).ShouldBeTrue();
            var application = await db
                .Applications.Include(a => a.Applicants)
                .SingleAsync(a => a.Reference == Reference, ct);
            var person = await db.PersonFacts.SingleAsync(p => p.Email == who.Address, ct);
            var invited = application.Invite(email!, Actor.Rule, now);
            if (proven)
                invited = invited.And(
                    application.Prove(email!, person.Id, Actor.Of(person.Id, who.Name), now)
                );
            (await db.CommitAsync(invited, ct)).Refusal.ShouldBeNull();
        });
}
