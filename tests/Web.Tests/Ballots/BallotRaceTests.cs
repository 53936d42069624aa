using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;
using Banyan.Web.Tests.Review;
using NodaTime;

namespace Banyan.Web.Tests.Ballots;

/// <summary>Two things done to one vote at the same moment: one of the few outcomes that make sense, and a sentence for everybody.</summary>
public sealed class BallotRaceTests
{
    private const int Cases = 6;

    [Theory, EachDatabase]
    public async Task A_vote_at_the_last_moment_counts_or_is_told_that_it_came_too_late(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var tabs = new List<Tab>();
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.VoteAsync(world.Tomas, reference, "For");
            await DeskWorld.VoteAsync(world.Deb, reference, "For");
            await DeskWorld.DeclareAsync(world.Joey, reference);
            tabs.Add(await Tab.OpenAsync(world.Joey, $"/cases/{reference}/vote"));
        }
        world.Host.Clock.Advance(Duration.FromDays(10) - Duration.FromMilliseconds(1));
        // Every case is due at the same moment, while every member presses.
        var pressing = tabs.Select(tab => tab.PressAsync(("vote", "Against"), ("reason", "No.")))
            .ToList();
        world.Host.Clock.Advance(Duration.FromMilliseconds(1));
        await world.Host.WorkAsync();
        var answers = await Task.WhenAll(pressing);
        await world.Host.WorkAfterAsync(Duration.FromHours(3));
        foreach (var (tab, answer) in tabs.Zip(answers))
        {
            var round = await world.RoundAsync(tab.Path.Split('/')[2]);
            if (answer.Status == 303)
                (round.Phase, round.IsOpen, round.Ballots.Count).ShouldBe(
                    (RoundPhase.Discussion, true, 3),
                    tab.Path
                );
            else
                (answer.Status, round.Result!.Reason, round.Ballots.Count).ShouldBe(
                    (422, RoundReason.Consensus, 2),
                    tab.Path
                );
            (await world.EventsAsync<RoundClosed>(round.Application.Value)).ShouldBe(
                round.IsOpen ? 0 : 1
            );
        }
        world.ShouldBeHealthy();
    }

    [Theory, EachDatabase]
    public async Task Two_who_object_at_the_same_moment_open_one_discussion(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.DeclareAsync(world.Tomas, reference);
            await DeskWorld.DeclareAsync(world.Deb, reference);
            var mine = await Tab.OpenAsync(world.Tomas, $"/cases/{reference}/vote");
            var theirs = await Tab.OpenAsync(world.Deb, $"/cases/{reference}/vote");
            var answers = await Task.WhenAll(
                mine.PressAsync(("vote", "Against"), ("reason", "Too early.")),
                theirs.PressAsync(("vote", "Against"), ("reason", "Too late."))
            );
            answers.Select(answer => answer.Status).ShouldBe([303, 303]);
            var round = await world.RoundAsync(reference);
            (round.Phase, round.Tally.Against).ShouldBe((RoundPhase.Discussion, 2));
            (await world.EventsAsync<DiscussionOpened>(round.Application.Value)).ShouldBe(1);
            (await world.EventsAsync<BallotCast>(round.Application.Value)).ShouldBe(2);
        }
        await world.Host.WorkAsync();
        foreach (var member in (Character[])[World.Tomas, World.Deb, World.Joey])
            world
                .Host.Mailbox.To(member.Address)
                .Count(mail => mail.Text.Contains("a member objected"))
                .ShouldBe(Cases, member.Name);
        world.ShouldBeHealthy();
    }

    [Theory, EachDatabase]
    public async Task An_answer_and_a_vote_on_what_was_there_before_it_never_count_together(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.VoteAsync(world.Tomas, reference, "For");
            await DeskWorld.DeclareAsync(world.Deb, reference);
            var vote = await Tab.OpenAsync(world.Deb, $"/cases/{reference}/vote");
            await world.AskAsync(reference, "title");
            var reply = await Tab.OpenAsync(world.Nusrat, $"/applications/{reference}/answer");
            var answers = await Task.WhenAll(
                reply.PressAsync(("title", "Another day"), ("Words", "It moved.")),
                vote.PressAsync(("vote", "For"), ("reason", ""))
            );
            (answers[0].Status, answers[1].Status).ShouldBe((303, 422));
            answers[1]
                .Problems.ShouldHaveSingleItem()
                .ShouldMatch("^(Votes are parked|The applicant changed answers)");
            var round = await world.RoundAsync(reference);
            round.Ballots.ShouldHaveSingleItem().Counts.ShouldBeFalse("cast before the answer");
        }
        world.ShouldBeHealthy();
    }

    [Theory, EachDatabase]
    public async Task An_answer_and_somebody_who_steps_aside_both_stand_or_one_is_told_to_look_again(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.VoteAsync(world.Tomas, reference, "For");
            var declare = await Tab.OpenAsync(world.Deb, $"/cases/{reference}/declare");
            await world.AskAsync(reference, "title");
            var reply = await Tab.OpenAsync(world.Nusrat, $"/applications/{reference}/answer");
            var answers = await Task.WhenAll(
                reply.PressAsync(("title", "Another day"), ("Words", "It moved.")),
                declare.PressAsync(("conflict", "Hard"), ("note", ""))
            );
            answers[1].Status.ShouldBe(303);
            answers[0].Status.ShouldBeOneOf(303, 422);
            var round = await world.RoundAsync(reference);
            Recused(round).ShouldBe(World.Deb.Name);
            round.AwaitsAnswer.ShouldBe(answers[0].Status == 422);
            round.Ballots.ShouldHaveSingleItem().Counts.ShouldBe(answers[0].Status == 422);
            if (answers[0].Status == 422)
                answers[0].ValueOf("Words").ShouldBe("It moved.");
        }
        world.ShouldBeHealthy();
    }

    [Theory, EachDatabase]
    public async Task Who_leaves_the_team_while_the_vote_is_open_casts_it_or_is_told_why_not(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.DeclareAsync(world.Tomas, reference);
            var vote = await Tab.OpenAsync(world.Tomas, $"/cases/{reference}/vote");
            var leaving = world.UnseatAsync(World.Tomas, "reviewers");
            var answer = await vote.PressAsync(("vote", "For"), ("reason", ""));
            await leaving;
            var round = await world.RoundAsync(reference);
            if (answer.Status == 303)
                round.Ballots.Count.ShouldBe(1);
            else
                (answer.Status, round.Ballots.Count).ShouldBe((403, 0));
            // From now on nothing, and why.
            var later = await vote.PressAsync(("vote", "Against"), ("reason", "No."));
            later.Status.ShouldBe(403);
            later.Heading.ShouldBe("This is not open to you");
            (await world.RoundAsync(reference)).Ballots.Count.ShouldBe(round.Ballots.Count);
            await world.Tomas.Visit($"/cases/{reference}");
            world.Tomas.Text.ShouldContain("Your account does not have the permission");
            await world.Host.SeatAsync(World.Tomas, "reviewers", voting: true);
        }
        world.ShouldBeHealthy();
    }

    [Theory, EachDatabase]
    public async Task Stepping_aside_in_one_tab_takes_the_vote_of_the_other(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        foreach (var reference in await VotesAsync(world))
        {
            await DeskWorld.DeclareAsync(world.Tomas, reference);
            var vote = await Tab.OpenAsync(world.Tomas, $"/cases/{reference}/vote");
            var declare = await Tab.OpenAsync(world.Tomas, $"/cases/{reference}/declare");
            var answers = await Task.WhenAll(
                vote.PressAsync(("vote", "For"), ("reason", "")),
                declare.PressAsync(("conflict", "Hard"), ("note", ""))
            );
            // Whichever was first: a vote before it is taken away, one after it finds the case gone.
            answers[1].Status.ShouldBe(303);
            answers[0].Status.ShouldBeOneOf(303, 404, 422);
            var round = await world.RoundAsync(reference);
            round.Ballots.ShouldBeEmpty();
            round.Clearances.ShouldBeEmpty();
            Recused(round).ShouldBe(World.Tomas.Name);
            await world.Tomas.Visit($"/cases/{reference}");
            world.Tomas.Path.ShouldBe($"/cases/{reference}/who");
            world.Tomas.Text.ShouldContain("You cannot read it: you stepped aside.");
        }
        world.ShouldBeHealthy();
    }

    /// <summary>The one whose seat was taken.</summary>
    private static string Recused(BallotRound round) =>
        round
            .Seats.Where(seat => seat.Standing == SeatStanding.Recused)
            .ShouldHaveSingleItem()
            .Name;

    private static async Task<IReadOnlyList<string>> VotesAsync(DeskWorld world)
    {
        var references = Enumerable
            .Range(1, Cases)
            .Select(number => $"UMB-27-RACE{number}")
            .ToList();
        foreach (var reference in references)
            await world.WithTheGroupAsync(reference);
        return references;
    }
}
