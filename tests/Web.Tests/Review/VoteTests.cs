using System.Net;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>The vote of the work group, as people cast it.</summary>
public sealed class VoteTests
{
    private const string Reference = "UMB-27-VOTE";

    [Theory]
    [EachDatabase]
    public async Task A_vote_stays_hidden_until_ones_own_is_in(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "For", "A thoughtful programme.");
        world.Tomas.Text.ShouldContain("A thoughtful programme.");
        await world.Deb.Visit($"/cases/{Reference}");
        world.Deb.Path.ShouldBe($"/cases/{Reference}/declare");
        world.Deb.Text.ShouldNotContain("1 of 3");
        await DeskWorld.DeclareAsync(world.Deb, Reference);
        world.Deb.Path.ShouldBe($"/cases/{Reference}");
        world.Deb.Text.ShouldNotContain("A thoughtful programme.");
        world.Deb.Text.ShouldContain("1 of 3 have voted. You see how once your own vote is in.");
        await world.Marie.Visit($"/cases/{Reference}");
        world.Marie.Text.ShouldNotContain("A thoughtful programme.");
        await DeskWorld.VoteAsync(world.Deb, Reference, "Abstain");
        world.Deb.Text.ShouldContain("A thoughtful programme.");
    }

    [Theory]
    [EachDatabase]
    public async Task Two_people_who_vote_at_the_same_moment_are_both_counted(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await Task.WhenAll(
            DeskWorld.VoteAsync(world.Tomas, Reference, "For"),
            DeskWorld.VoteAsync(world.Deb, Reference, "For"),
            DeskWorld.VoteAsync(world.Joey, Reference, "For")
        );
        var round = await RoundAsync(world);
        round.Ballots.Count.ShouldBe(3);
        (round.Result!.Outcome, round.Result.Reason).ShouldBe(
            (RoundOutcome.Passed, RoundReason.ConsensusOfAll)
        );
    }

    [Theory]
    [EachDatabase]
    public async Task A_double_click_is_one_vote(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.DeclareAsync(world.Tomas, Reference);
        await world.Tomas.Visit($"/cases/{Reference}/vote");
        (string, string)[] fields =
        [
            .. world
                .Tomas.Page.QuerySelectorAll("form.ballot input[type=hidden]")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)),
            ("vote", "For"),
            ("reason", ""),
        ];
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => world.Tomas.PostAsync($"/cases/{Reference}/vote", fields))
        );
        answers
            .Select(answer => answer.StatusCode)
            .ShouldAllBe(status => status == HttpStatusCode.SeeOther);
        var round = await RoundAsync(world);
        round.Ballots.Count.ShouldBe(1);
    }

    [Theory]
    [EachDatabase]
    public async Task While_the_applicant_is_asked_a_vote_is_refused_and_the_round_ends_later(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.DeclareAsync(world.Tomas, Reference);
        await world.Tomas.Visit($"/cases/{Reference}/vote");
        await world.Marie.Visit($"/cases/{Reference}/ask");
        await world.Marie.Fill("words", "Who receives reports?").Press("Send the question");
        await world.Tomas.Choose("Should this be accepted?", "For").Press("Cast the vote");
        world.Tomas.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        world.Tomas.Problems().ShouldHaveSingleItem().ShouldStartWith("Votes are parked");
        await world.Host.WorkAfterAsync(Duration.FromDays(11));
        (await RoundAsync(world)).IsOpen.ShouldBeTrue();
        world.Host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("Who receives reports?");
    }

    [Theory]
    [EachDatabase]
    public async Task The_round_closes_by_its_rule_when_its_time_is_over(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "For");
        await DeskWorld.VoteAsync(world.Deb, Reference, "For");
        await world.Host.WorkAfterAsync(Duration.FromDays(9));
        (await RoundAsync(world)).IsOpen.ShouldBeTrue();
        await world.Host.WorkAfterAsync(Duration.FromDays(1));
        var round = await RoundAsync(world);
        round.Result!.Outcome.ShouldBe(RoundOutcome.Passed);
        await world.Marie.Visit($"/cases/{Reference}");
        world.Marie.Text.ShouldContain("2 for, none against by the end of day 10: consensus.");
        world.Marie.Text.ShouldContain("Next: staff records the decision");
    }

    [Theory]
    [EachDatabase]
    public async Task An_objection_with_its_reason_opens_a_discussion(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "Against");
        world.Tomas.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        world
            .Tomas.Problems()
            .ShouldBe(["Say why you are against: the others and staff read this reason."]);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "Against", "The date has passed.");
        world.Tomas.Text.ShouldContain("In discussion until");
        (await RoundAsync(world)).Phase.ShouldBe(RoundPhase.Discussion);
        await world.Host.WorkAfterAsync(Duration.FromDays(13));
        (await RoundAsync(world)).IsOpen.ShouldBeTrue();
        await world.Host.WorkAfterAsync(Duration.FromDays(2));
        var marie = await world.SignedInAsync(World.Marie);
        await marie.Visit($"/cases/{Reference}");
        marie.Text.ShouldContain("1 still against after the discussion: no full consensus.");
        marie.Text.ShouldContain("The date has passed.");
    }

    private static Task<BallotRound> RoundAsync(DeskWorld world) =>
        world.Host.DbAsync(db =>
            db.Rounds.AsNoTracking().Whole().SingleAsync(TestContext.Current.CancellationToken)
        );
}
