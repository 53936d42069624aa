using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using NodaTime;

namespace Banyan.Web.Tests.Ballots;

/// <summary>Answers that change while people vote on them.</summary>
public sealed class StaleVoteTests
{
    private const string Reference = "UMB-27-STALE";

    [Theory, EachDatabase]
    public async Task Who_voted_on_an_answer_that_changed_is_asked_for_a_second_look(
        DatabaseKind database
    )
    {
        await using var world = await AskedAsync(database, "title");
        // Two days before the end, so that there would be too little time for it.
        await AnswerAsync(world, ("title", "Another day"), ("Words", "It moved."));
        var round = await world.RoundAsync(Reference);
        round.Ballots.ShouldHaveSingleItem().Counts.ShouldBeFalse();
        round.Tally.For.ShouldBe(0);
        (round.ClosesAt - world.Host.Clock.Now).ShouldBeGreaterThanOrEqualTo(
            Duration.FromDays(BallotRound.SecondLookDays)
        );
        await world.Host.WorkAsync();
        var mail = world.Host.Mailbox.Last(World.Tomas.Address);
        mail.Text.ShouldContain("changed answers on UMB-27-STALE after you voted");
        mail.Text.ShouldNotContain("Another day!");
        foreach (var other in (Character[])[World.Deb, World.Joey])
            world.Host.Mailbox.Last(other.Address).Text.ShouldNotContain("after you voted");
        await world.Tomas.Visit("/cases");
        world.Tomas.Text.ShouldContain("Your vote is wanted");
        await DeskWorld.VoteAsync(world.Tomas, Reference, "For");
        (await world.RoundAsync(Reference)).Tally.For.ShouldBe(1);
        await world.Marie.Visit($"/cases/{Reference}/history");
        world.Marie.Text.ShouldContain("Answers changed, so 1 votes have to be confirmed.");
        world.Host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_answer_given_for_the_first_time_is_a_change_too(DatabaseKind database)
    {
        await using var world = await AskedAsync(database, "where");
        await AnswerAsync(world, ("where", "hall"), ("Words", ""));
        (await world.RoundAsync(Reference)).Ballots.ShouldHaveSingleItem().Counts.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task An_answer_in_words_alone_leaves_votes_as_they_are(DatabaseKind database)
    {
        await using var world = await AskedAsync(database, "title");
        await AnswerAsync(world, ("title", "Workshop day"), ("Words", "It is as we wrote."));
        (await world.RoundAsync(Reference)).Ballots.ShouldHaveSingleItem().Counts.ShouldBeTrue();
        await world.Host.WorkAsync();
        world.Host.Mailbox.Last(World.Tomas.Address).Text.ShouldNotContain("after you voted");
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_of_an_unfinished_answer_makes_votes_stale_and_tells_once_it_is_whole(
        DatabaseKind database
    )
    {
        await using var world = await AskedAsync(database, "where");
        await world.Nusrat.Visit($"/applications/{Reference}/answer");
        await world.Nusrat.ChooseByName("where", "online").Press("Send the answer");
        world.Nusrat.Problems().ShouldNotBeEmpty("the room's address is asked as well");
        (await world.RoundAsync(Reference)).Ballots.ShouldHaveSingleItem().Counts.ShouldBeFalse();
        await world.Host.WorkAsync();
        world.Host.Mailbox.Last(World.Tomas.Address).Text.ShouldNotContain("after you voted");
        await world.Nusrat.Fill("room", "https://room.example.org/").Press("Send the answer");
        world.Nusrat.Path.ShouldBe($"/applications/{Reference}", world.Nusrat.Text);
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.To(World.Tomas.Address)
            .Count(mail => mail.Text.Contains("after you voted"))
            .ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_page_opened_before_the_answer_changed_casts_nothing_until_it_was_seen(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.DeclareAsync(world.Deb, Reference);
        await world.Deb.Visit($"/cases/{Reference}/vote");
        world.Deb.Choose("Should this be accepted?", "Against").Fill("reason", "No hall.");
        await world.AskAsync(Reference, "where");
        await AnswerAsync(world, ("where", "hall"), ("Words", ""));
        await world.Deb.Press("Cast the vote");
        world
            .Deb.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("The applicant changed answers");
        (await world.RoundAsync(Reference)).Ballots.ShouldBeEmpty();
        world.Deb.Page.QuerySelector("textarea[name=reason]")!.TextContent.ShouldBe("No hall.");
        await world.Deb.Press("Cast the vote");
        world.Deb.Path.ShouldBe($"/cases/{Reference}");
        (await world.RoundAsync(Reference)).Tally.Against.ShouldBe(1);
    }

    /// <summary>Tomas voted, and eight days later staff asked about this field.</summary>
    private static async Task<DeskWorld> AskedAsync(DatabaseKind database, string field)
    {
        var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "For");
        await world.Host.WorkAfterAsync(Duration.FromDays(8));
        await world.AskAsync(Reference, field);
        return world;
    }

    private static async Task AnswerAsync(DeskWorld world, params (string, string)[] typed)
    {
        var reply = await Tab.OpenAsync(world.Nusrat, $"/applications/{Reference}/answer");
        (await reply.PressAsync(typed)).Status.ShouldBe(303);
    }
}
