using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using static Banyan.Web.Tests.Chairing.LedWorld;

namespace Banyan.Web.Tests.Chairing;

/// <summary>Conflicts of interest are lifted by whoever leads, for the board to see; doubts are decided without naming who doubts.</summary>
public sealed class ConflictTests
{
    private const string Aside = "Yes, I step aside";

    [Theory, EachDatabase]
    public async Task The_chair_lifts_a_conflict_with_a_reason_that_the_board_reads(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await DeskWorld.DeclareAsync(world.Desk.Deb, Reference, Aside);
        (await world.RoundAsync()).Tally.Recused.ShouldBe(1);
        await world.Leila.Visit("/conflicts");
        await world.Leila.Follow($"{Reference}: look whether to lift one");
        await world.Leila.Choose("Whose?", "Deb").Press("Lift it");
        world.Leila.Problems().ShouldHaveSingleItem().ShouldStartWith("Say why this member");
        await world.Leila.Fill("reason", "Nobody else knows the venue.").Press("Lift it");
        (await world.MailAsync(World.Deb)).ShouldContain("has lifted your conflict of interest");
        await world.VoteAsync(world.Desk.Deb, "For");
        world.Desk.Deb.Problems().ShouldBeEmpty();
        foreach (var board in (Visitor[])[world.Ruth, world.Hana])
        {
            await board.Visit("/conflicts");
            board.Text.ShouldContain("Nobody else knows the venue.");
            board.Text.ShouldContain("Lifted by Leila");
            board.Text.ShouldNotContain("Workshop day");
        }
        await world.Desk.Tomas.Visit("/conflicts");
        world.Desk.Tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task What_a_member_says_about_their_conflict_is_read_by_those_who_read_the_case(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await world.Desk.Deb.Visit($"{Page}/declare");
        await world
            .Desk.Deb.Choose("Does something stand between you and this case?", Aside)
            .Fill("note", "My brother runs the venue.")
            .Press("Continue");
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        await world.Desk.Tomas.Visit($"{Page}/who");
        world.Desk.Tomas.Text.ShouldContain("Why: My brother runs the venue.");
        await world.Desk.Deb.Visit($"{Page}/who");
        world.Desk.Deb.Text.ShouldNotContain("Why: My brother");
    }

    [Theory, EachDatabase]
    public async Task A_chair_does_not_lift_their_own_and_the_boards_chair_does(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        (await world.Ruth.Visit($"{Page}/waive")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.Leila.Visit($"{Page}/declare");
        await world
            .Leila.Choose("Does something stand between you and this case?", Aside)
            .Press("Continue");
        (await world.Leila.Visit($"{Page}/waive")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.Ruth.Visit($"{Page}/waive");
        world.Ruth.Text.ShouldNotContain("Workshop day");
        await world
            .Ruth.Choose("Whose?", "Leila")
            .Fill("reason", "She knows them in passing.")
            .Press("Lift it");
        (await world.Leila.Visit($"{Page}/nudge")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task A_doubt_found_right_takes_the_member_out_and_names_nobody(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await world.VoteAsync(world.Desk.Deb, "For");
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        await ChallengeAsync(world, world.Desk.Tomas, "Deb");
        (await world.MailAsync(World.Leila)).ShouldContain(
            "somebody doubts the impartiality of Deb"
        );
        await world.Ruth.Visit("/conflicts");
        world.Ruth.Page.QuerySelectorAll("a[href*=challenges]").ShouldBeEmpty();
        await world.Leila.Visit("/conflicts");
        await world.Leila.Follow($"Deb, {Reference}");
        world.Leila.Text.ShouldContain("Tomas");
        world.Leila.Text.ShouldContain("They run a shop together.");
        var page = world.Leila.Path;
        foreach (var other in (Visitor[])[world.Ruth, world.Desk.Deb, world.Desk.Marie])
        {
            await other.Visit(page);
            other.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
        await world
            .Leila.Choose("Is the doubt right?", "Yes")
            .Fill("reason", "A shared business is a conflict.")
            .Press("Decide");
        world.Leila.Problems().ShouldBeEmpty();
        (await world.MailAsync(World.Tomas)).ShouldContain("was found right");
        var told = await world.MailAsync(World.Deb);
        told.ShouldContain("A shared business is a conflict.");
        told.ShouldNotContain("Tomas");
        await world.Desk.Deb.Visit(Page);
        world.Desk.Deb.Path.ShouldEndWith("/who");
        var tally = (await world.RoundAsync()).Tally;
        (tally.Recused, tally.For).ShouldBe((1, 0));
        await world.Desk.Marie.Visit($"{Page}/history");
        world.Desk.Marie.Text.ShouldContain("Somebody’s impartiality was doubted");
        world.Desk.Marie.Text.ShouldNotContain("Tomas doubt");
    }

    [Theory, EachDatabase]
    public async Task A_doubt_about_the_chair_is_decided_by_the_boards_chair(DatabaseKind database)
    {
        await using var world = await StartAsync(database);
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        await ChallengeAsync(world, world.Desk.Tomas, "Leila");
        await world.Leila.Visit("/conflicts");
        world.Leila.Page.QuerySelectorAll("a[href*=challenges]").ShouldBeEmpty();
        (await world.MailAsync(World.Ruth)).ShouldContain("the impartiality of Leila");
        await world.Ruth.Visit("/conflicts");
        await world.Ruth.Follow($"Leila, {Reference}");
        world.Ruth.Text.ShouldNotContain("Workshop day");
        await world
            .Ruth.Choose("Is the doubt right?", "No")
            .Fill("reason", "They met once.")
            .Press("Decide");
        (await world.MailAsync(World.Tomas)).ShouldContain("was not found right");
        (await world.MailAsync(World.Leila)).ShouldContain("Nothing changes for you.");
        (await world.Leila.Visit(Page)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task The_same_doubt_twice_is_told_to_be_open(DatabaseKind database)
    {
        await using var world = await StartAsync(database);
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        await ChallengeAsync(world, world.Desk.Tomas, "Deb");
        await world.Desk.Tomas.Visit($"{Page}/challenge");
        await world
            .Desk.Tomas.Choose("About whom?", "Deb")
            .Fill("reason", "Again.")
            .Press("Send it");
        world
            .Desk.Tomas.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("You have said this already");
    }

    private static async Task ChallengeAsync(LedWorld world, Visitor visitor, string about)
    {
        await visitor.Visit($"{Page}/challenge");
        await visitor
            .Choose("About whom?", about)
            .Fill("reason", "They run a shop together.")
            .Press("Send it");
        visitor.Problems().ShouldBeEmpty();
    }
}
