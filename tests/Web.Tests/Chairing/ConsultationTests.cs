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
    public async Task What_the_board_writes_for_itself_nobody_else_reads_finds_or_hears_of(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await SayAsync(world.Leila, "escalate", Why, "Take it there");
        await DeskWorld.DeclareAsync(world.Hana, Reference);
        await DeskWorld.DeclareAsync(world.Ruth, Reference);
        await world.Hana.Visit($"{Page}/note");
        await world
            .Hana.ChooseByName("audience", "Board")
            .Fill("words", "We would overrule them.")
            .Attach("files", "draft.pdf", "application/pdf", [.. "%PDF-1.7\n"u8, 1])
            .Press("Keep as a private note");
        world.Hana.Text.ShouldContain("Private: only the body that is asked");
        await world.Ruth.Visit(Page);
        world.Ruth.Text.ShouldContain("We would overrule them.");
        var href = world
            .Ruth.Page.QuerySelectorAll("a[download]")
            .Single(link => link.TextContent == "draft.pdf")
            .GetAttribute("href")!;
        foreach (var other in new[] { world.Desk.Marie, world.Leila, world.Desk.Tomas })
        {
            foreach (var page in new[] { Page, $"{Page}/case.json", $"{Page}/history" })
            {
                using var answer = await other.GetAsync(page);
                var body = await answer.Content.ReadAsStringAsync(
                    TestContext.Current.CancellationToken
                );
                body.ShouldNotContain("overrule");
                body.ShouldNotContain("draft.pdf");
                body.ShouldNotContain("for the body that is asked");
            }
            using var file = await other.GetAsync(href);
            file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await other.Visit($"{Page}/note?audience=Board")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
        (await world.Desk.Marie.Visit($"{href}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.Ruth.Visit($"{href}/remove");
        await world.Ruth.Press("Remove the file");
        using var gone = await world.Hana.GetAsync(href);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.Desk.Marie.Visit($"{Page}/history")).Source.ShouldNotContain("draft.pdf");
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
