using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Review;

/// <summary>Two applications for one thing: one is closed and points at the other, and nobody learns more than they may.</summary>
public sealed class DuplicateTests
{
    private const string Kept = "UMB-27-KEPT";
    private const string Twice = "UMB-27-TWICE";

    [Theory, EachDatabase]
    public async Task A_duplicate_is_closed_in_neutral_words_and_both_histories_name_the_other(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Kept, "Dhaka Day");
        await world.SentAsync(Twice, "Dhaka Day");
        await WrittenByAsync(world, Twice, World.Ines);
        await world.Marie.Visit($"/cases/{Twice}/duplicate");
        await world.Marie.Press("Close it as a duplicate");
        world
            .Marie.Problems()
            .ShouldBe(["There is no such case that you may read. Check the reference."]);
        await world.Marie.Fill("of", Twice).Press("Close it as a duplicate");
        world
            .Marie.Problems()
            .ShouldBe(["A case cannot be a duplicate of itself. Name the other one."]);
        await world.Marie.Fill("of", Kept.ToLowerInvariant()).Press("Close it as a duplicate");
        world.Marie.Path.ShouldBe($"/cases/{Twice}");
        world.Marie.Text.ShouldContain($"Closed as a duplicate of {Kept}.");
        world.Marie.Text.ShouldContain($"Marie closed it as a duplicate of {Kept}");
        await world.Marie.Visit($"/cases/{Kept}");
        world.Marie.Text.ShouldContain($"Marie closed {Twice} as a duplicate of this case");
        await world.Host.WorkAsync();
        var mail = world.Host.Mailbox.Last(World.Ines.Address);
        mail.Text.ShouldContain("Nothing about yours was judged.");
        mail.Text.ShouldNotContain(Kept);
        var ines = await world.SignedInAsync(World.Ines);
        (await ines.Visit($"/applications/{Kept}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await ines.Visit($"/applications/{Twice}");
        ines.Status.ShouldBe(HttpStatusCode.OK);
        ines.Source.ShouldNotContain(Kept);
        await (await world.Marie.Visit($"/cases/{Twice}/reopen")).Press("Reopen it");
        world.Marie.Text.ShouldNotContain("Closed as a duplicate of");
        (await world.Tomas.Visit($"/cases/{Twice}/duplicate")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Only_where_staff_says_that_they_are_one_group_do_the_people_get_access(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Kept, "Dhaka Day");
        await world.SentAsync(Twice, "Dhaka Day");
        await WrittenByAsync(world, Twice, World.Ines);
        await world.Marie.Visit($"/cases/{Twice}/duplicate?of={Kept}");
        world.Marie.Text.ShouldContain("Dhaka Day UMB-27-KEPT");
        await world
            .Marie.Choose("The people of this application may read and write on the other one")
            .Press("Close it as a duplicate");
        world.Marie.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
        world.Host.Mailbox.Last(World.Ines.Address).Text.ShouldContain(Kept);
        var ines = await world.SignedInAsync(World.Ines);
        (await ines.Visit($"/applications/{Kept}")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Nusrat.Visit($"/applications/{Kept}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Nothing_goes_on_in_a_case_that_is_over(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Kept, "Dhaka Day");
        await world.SentAsync(Twice, "Pune Day");
        await (await world.Marie.Visit($"/cases/{Kept}/close"))
            .Fill("reason", "Called off.")
            .Press("Close the case");
        await world.Marie.Visit($"/cases/{Twice}/duplicate?of={Kept}");
        await world.Marie.Press("Close it as a duplicate");
        world.Marie.Problems().Single().ShouldStartWith($"{Kept} is ");
        (await world.Marie.Visit($"/cases/{Twice}")).Text.ShouldNotContain("duplicate of");
    }

    [Theory, EachDatabase]
    public async Task Cases_that_look_alike_are_shown_the_ended_ones_as_ended(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Kept, "Dhaka Day");
        await world.SentAsync(Twice, "DHAKA day");
        await world.SentAsync("UMB-27-OLDER", "Dhaka day", new NodaTime.LocalDate(2026, 9, 1));
        await world.Marie.Visit($"/cases/{Twice}");
        world.Marie.Text.ShouldContain($"This looks like {Kept} of another group:");
        world.Marie.Text.ShouldNotContain("UMB-27-OLDER");
        await world.Marie.Follow("Mark as a duplicate");
        world.Marie.Path.ShouldStartWith($"/cases/{Twice}/duplicate");
        await (await world.Marie.Visit($"/cases/{Kept}/close"))
            .Fill("reason", "Called off.")
            .Press("Close the case");
        await world.Marie.Visit($"/cases/{Twice}");
        world.Marie.Text.ShouldContain($"{Kept} is over (closed) and looks like this:");
    }

    private static Task WrittenByAsync(DeskWorld world, string reference, Character who) =>
        world.Host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            await world.SignedInAsync(who);
            var now = world.Host.Clock.Now;
            EmailAddress.TryParse(who.Address, out var email, out _).ShouldBeTrue();
            var application = await db
                .Applications.Include(a => a.Applicants)
                .SingleAsync(a => a.Reference == reference, ct);
            var person = await db.PersonFacts.SingleAsync(p => p.Email == who.Address, ct);
            (
                await db.CommitAsync(
                    application
                        .Invite(email!, Actor.Rule, now)
                        .And(
                            application.Prove(email!, person.Id, Actor.Of(person.Id, who.Name), now)
                        ),
                    ct
                )
            ).Refusal.ShouldBeNull();
        });
}
