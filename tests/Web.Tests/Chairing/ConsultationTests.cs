using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using static Banyan.Web.Tests.Chairing.LedWorld;

namespace Banyan.Web.Tests.Chairing;

/// <summary>A case comes to the board: why, with what was found, and what the board then does.</summary>
public sealed class ConsultationTests
{
    private const string Why = "We need a word on the name.";

    [Theory, EachDatabase]
    public async Task The_board_reads_why_it_came_and_what_the_work_group_said_and_votes(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await world.VoteAsync(world.Desk.Tomas, "For", "A thoughtful programme.");
        await SayAsync(world.Leila, "escalate", Why, "Take it there");
        (await world.StateAsync()).ShouldBe(ApplicationState.Consultation);
        (await world.MailAsync(World.Hana)).ShouldContain(Reference);
        await world.Hana.Visit(Page);
        world.Hana.Text.ShouldNotContain(Why);
        await DeskWorld.DeclareAsync(world.Hana, Reference);
        await world.Hana.Visit(Page);
        var text = world.Hana.Text;
        text.ShouldContain("Next: the board votes by");
        text.ShouldContain("(0 of 2 have voted so far)");
        text.ShouldContain("A thoughtful programme.");
        text.ShouldContain("The case left the vote before it came to an end.");
        text.IndexOf(Why, StringComparison.Ordinal)
            .ShouldBeLessThan(text.IndexOf("A thoughtful programme.", StringComparison.Ordinal));
        (await world.Leila.Visit($"{Page}/end-vote")).Status.ShouldBe(HttpStatusCode.NotFound);
        world.Host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await world.VoteAsync(world.Hana, "For");
        await world.VoteAsync(world.Ruth, "For");
        (await world.RoundAsync()).Result!.Outcome.ShouldBe(RoundOutcome.Passed);
        (await world.StateAsync()).ShouldBe(ApplicationState.Deciding);
    }

    [Theory, EachDatabase]
    public async Task Where_the_board_does_not_vote_its_advice_is_followed(DatabaseKind database)
    {
        await using var world = await StartAsync(database, board: BoardAdvises);
        await SayAsync(world.Leila, "escalate", Why, "Take it there");
        (await world.MailAsync(World.Hana)).ShouldContain("you are asked for advice");
        await DeskWorld.DeclareAsync(world.Hana, Reference);
        await world.Hana.Visit(Page);
        await world.Hana.Follow("Record the advice");
        world.Hana.Text.ShouldContain(Why);
        await world.Hana.Choose("What does your body advise?", "Decline it").Press("Record it");
        world.Hana.Problems().ShouldHaveSingleItem().ShouldStartWith("Say why");
        await world.Hana.Fill("words", "The name is taken.").Press("Record it");
        (await world.StateAsync()).ShouldBe(ApplicationState.Deciding);
        (await world.Leila.Visit($"{Page}/advise")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await world.Desk.Marie.Visit($"{Page}/decide");
        world.Desk.Marie.Text.ShouldContain(
            "Hana recorded the advice to decline it: The name is taken."
        );
        await world.Desk.Marie.Choose("Approve").Press("Record the decision and read its letter");
        world
            .Desk.Marie.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("The body that was asked advised against it");
    }
}
