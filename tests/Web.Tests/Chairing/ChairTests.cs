using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using NodaTime;
using static Banyan.Web.Tests.Chairing.LedWorld;

namespace Banyan.Web.Tests.Chairing;

/// <summary>Whoever leads the work group keeps its rounds going.</summary>
public sealed class ChairTests
{
    [Theory, EachDatabase]
    public async Task The_chair_ends_a_vote_whose_quorum_is_there_and_sees_before_what_comes_out(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database, Majority);
        await world.VoteAsync(world.Desk.Tomas, "For");
        await world.Leila.Visit(Page);
        world.Leila.Text.ShouldContain("End the vote: The rule promises time");
        await world.VoteAsync(world.Desk.Deb, "For");
        await world.Leila.Visit($"{Page}/end-vote");
        world.Leila.Text.ShouldContain("If it ended now: 2 for, 0 against, 0 abstained: passes.");
        world.Leila.Text.ShouldContain("These have not voted and count as absent: Joey");
        await world.Leila.Press("End it now");
        (await world.RoundAsync()).Result!.Outcome.ShouldBe(RoundOutcome.Passed);
        (await world.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await world.Leila.Visit($"{Page}/end-vote");
        world.Leila.Text.ShouldContain("This round is closed");
    }

    [Theory, EachDatabase]
    public async Task Only_whoever_leads_the_team_that_votes_finds_the_pages(DatabaseKind database)
    {
        await using var world = await StartAsync(database);
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        foreach (var page in (string[])["end-vote", "nudge", "replace-member", "escalate", "hold"])
        {
            (await world.Leila.Visit($"{Page}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
            (await world.Desk.Tomas.Visit($"{Page}/{page}")).Status.ShouldBe(
                HttpStatusCode.Forbidden,
                page
            );
            (await world.Ruth.Visit($"{Page}/{page}")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                page
            );
        }
        await world.Desk.Tomas.Visit(Page);
        world.Desk.Tomas.Text.ShouldNotContain("You lead this vote");
    }

    [Theory, EachDatabase]
    public async Task A_chair_who_stepped_aside_leads_nothing(DatabaseKind database)
    {
        await using var world = await StartAsync(database);
        await world.Leila.Visit($"{Page}/declare");
        await world
            .Leila.Choose(
                "Does something stand between you and this case?",
                "Something, but not much"
            )
            .Press("Continue");
        await world.Leila.Visit(Page);
        world.Leila.Status.ShouldBe(HttpStatusCode.OK);
        world.Leila.Text.ShouldNotContain("You lead this vote");
        (await world.Leila.Visit($"{Page}/end-vote")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_silent_are_asked_by_mail_once_a_day(DatabaseKind database)
    {
        await using var world = await StartAsync(database);
        await world.VoteAsync(world.Desk.Tomas, "For");
        await world.Leila.Visit(Page);
        world.Leila.Text.ShouldContain("You lead this vote");
        world.Leila.Text.ShouldContain("If 1 recuse: 2 of 3 left, 2 needed, still valid.");
        world.Leila.Text.ShouldContain("Deb has not declared yet");
        await world.Leila.Visit($"{Page}/nudge");
        await world.Leila.Press("Send the mails");
        var mails = world.Host.Mailbox;
        (await world.MailAsync(World.Deb)).ShouldContain(
            $"your vote on {Reference} is missing. Leila, who leads the round, asks you for it."
        );
        (await world.MailAsync(World.Tomas)).ShouldNotContain("is missing");
        await world.Leila.Visit($"{Page}/nudge");
        world.Leila.Text.ShouldContain("Ask again tomorrow.");
        await world.Host.WorkAfterAsync(Duration.FromDays(1));
        await world.Leila.Visit($"{Page}/nudge");
        await world.Leila.Press("Send the mails");
        world.Leila.Problems().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_silent_members_seat_goes_to_another_who_declares_and_votes(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await world.Leila.Visit($"{Page}/replace-member");
        world.Leila.Text.ShouldContain("Nobody in the team reviewers is free to take a seat");
        var ines = await world.Desk.SeatedAsync(World.Ines, "reviewers");
        await world.VoteAsync(world.Desk.Tomas, "For");
        await world.Leila.Visit($"{Page}/replace-member");
        world.Leila.Page.QuerySelectorAll("input[name=silent]").Length.ShouldBe(2);
        await world
            .Leila.Choose("Whose seat?", "Deb")
            .Choose("Who takes it?", "Inés")
            .Press("Give the seat");
        (await world.MailAsync(World.Ines)).ShouldContain("has given you a seat in the vote");
        await world.VoteAsync(ines, "For");
        ines.Problems().ShouldBeEmpty();
        await DeskWorld.DeclareAsync(world.Desk.Deb, Reference);
        await world.Desk.Deb.Visit($"{Page}/vote");
        world.Desk.Deb.Text.ShouldContain("Only members who had a voting seat");
        (await world.RoundAsync()).Tally.ShouldBe(new Tally(3, 0, 2, 0, 0, 0));
    }

    [Theory, EachDatabase]
    public async Task A_vote_stops_on_new_information_and_goes_on_with_the_time_it_had(
        DatabaseKind database
    )
    {
        await using var world = await StartAsync(database);
        await SayAsync(world.Leila, "hold", "", "Stop the vote");
        world.Leila.Problems().ShouldHaveSingleItem().ShouldStartWith("Say what is new");
        await world.Leila.Fill("reason", "The venue has burnt down.").Press("Stop the vote");
        (await world.MailAsync(World.Deb)).ShouldContain("has stopped the vote");
        await DeskWorld.DeclareAsync(world.Desk.Deb, Reference);
        await world.Desk.Deb.Visit($"{Page}/vote");
        world.Desk.Deb.Text.ShouldContain("The venue has burnt down.");
        await world.Host.WorkAfterAsync(Duration.FromDays(12));
        var closes = (await world.RoundAsync()).ClosesAt;
        await world.Desk.Marie.Visit($"{Page}/go-on");
        world.Desk.Marie.Text.ShouldContain("It was stopped for this: The venue has burnt down.");
        await world.Desk.Marie.Press("Let it go on");
        (await world.RoundAsync()).ClosesAt.ShouldBe(closes + Duration.FromDays(12));
        (await world.MailAsync(World.Deb)).ShouldContain("goes on; the time waited was added");
        await world.Host.WorkAfterAsync(Duration.FromDays(10));
        (await world.StateAsync()).ShouldBe(ApplicationState.Consultation);
    }

    [Theory, EachDatabase]
    public async Task A_tie_is_decided_by_the_chair(DatabaseKind database)
    {
        await using var world = await StartAsync(database, Majority);
        await world.VoteAsync(world.Desk.Tomas, "For");
        await world.VoteAsync(world.Desk.Deb, "Against", "The date has passed.");
        await world.VoteAsync(world.Desk.Joey, "Abstain");
        (await world.MailAsync(World.Leila)).ShouldContain("ended in a tie");
        await world.Leila.Visit(Page);
        await world.Leila.Follow("Decide the tie");
        world.Leila.Text.ShouldContain("1 for, 1 against, 1 abstained: a tie.");
        await world.Leila.Press("Cast the deciding vote");
        world.Leila.Problems().ShouldHaveSingleItem().ShouldStartWith("A casting vote decides");
        await world
            .Leila.Choose("Your casting vote", "For: it passes")
            .Press("Cast the deciding vote");
        (await world.RoundAsync()).Result!.Reason.ShouldBe(RoundReason.ChairFor);
        (await world.StateAsync()).ShouldBe(ApplicationState.Deciding);
    }
}
