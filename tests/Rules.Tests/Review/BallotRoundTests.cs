using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Review;

public sealed class BallotRoundTests
{
    private static readonly Instant Start = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly Actor Tomas = Actor.Of(PersonId.New(), "Tomas");
    private static readonly Actor Deb = Actor.Of(PersonId.New(), "Deb");
    private static readonly Actor Joey = Actor.Of(PersonId.New(), "Joey");
    private static readonly Actor Observer = Actor.Of(PersonId.New(), "Ines");

    [Fact]
    public void A_changed_vote_takes_the_place_of_the_first_and_leaves_two_events()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.For, "", Tomas, Start).Events.Count.ShouldBe(1);
        var changed = round.Cast(application, Vote.Abstain, "", Tomas, Start);
        changed.Events.ShouldBe([new BallotCast(application.Id.Value, "Abstain", Changed: true)]);
        round.Ballots.Select(ballot => ballot.Vote).ShouldBe([Vote.Abstain]);
    }

    [Fact]
    public void The_same_vote_again_is_no_event()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.For, "", Tomas, Start);
        round.Cast(application, Vote.For, " ", Tomas, Start).Events.ShouldBeEmpty();
        round.VotesCast.ShouldBe(1);
    }

    [Fact]
    public void A_vote_against_needs_a_reason()
    {
        var (application, round) = InReview();
        round
            .Cast(application, Vote.Against, "  ", Tomas, Start)
            .Refusal!.Code.ShouldBe("vote-reason-missing");
        round.Ballots.ShouldBeEmpty();
    }

    [Fact]
    public void An_objection_closes_the_round_and_hands_the_case_to_staff()
    {
        var (application, round) = InReview();
        var outcome = round.Cast(application, Vote.Against, "The date has passed.", Tomas, Start);
        outcome
            .Events.Select(happened => happened.Action)
            .ShouldBe(["ballot.cast", "round.closed"]);
        (round.Outcome, round.Sentence).ShouldBe(
            (RoundOutcome.NoConsensus, "1 against on day 1: handed back to staff.")
        );
        (application.State, application.Ball).ShouldBe((ApplicationState.Deciding, Ball.Staff));
    }

    [Fact]
    public void Who_has_no_voting_seat_in_this_round_cannot_vote()
    {
        var (application, round) = InReview();
        round
            .Cast(application, Vote.For, "", Observer, Start)
            .Refusal!.Code.ShouldBe("vote-no-seat");
        round.Cast(application, Vote.For, "", Marie, Start).Refusal!.Code.ShouldBe("vote-no-seat");
    }

    [Fact]
    public void While_the_applicant_is_asked_votes_are_parked_and_the_end_moves_by_the_time_waited()
    {
        var (application, round) = InReview();
        var asked = Start + Duration.FromDays(4);
        application.Ask("Who receives reports?", [], new LocalDate(2030, 2, 20), Marie, asked);
        round.Pause(Marie, asked);
        round.Cast(application, Vote.For, "", Tomas, asked).Refusal!.Code.ShouldBe("votes-parked");
        var answered = asked + Duration.FromDays(30);
        round.CloseIfDecided(application, Actor.Rule, answered).Events.ShouldBeEmpty();
        application.Answered(
            "Two people.",
            new SubmitFacts(null, "PyCon Jupiter", null, null, "key"),
            Marie,
            answered
        );
        var resumed = round.Resume(Marie, answered);
        round.ClosesAt.ShouldBe(Start + Duration.FromDays(40));
        resumed.Work.OfType<WorkChange.Plan>().Single().DueAt.ShouldBe(round.ClosesAt);
        round.Judge(answered).Tally.Day.ShouldBe(5);
        round.Cast(application, Vote.For, "", Tomas, answered).Done.ShouldBeTrue();
    }

    [Fact]
    public void The_last_vote_closes_the_round()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.For, "", Tomas, Start);
        round.Cast(application, Vote.For, "", Deb, Start);
        round.IsOpen.ShouldBeTrue();
        round.Cast(application, Vote.For, "", Joey, Start).Done.ShouldBeTrue();
        round.Outcome.ShouldBe(RoundOutcome.Passed);
        round.Cast(application, Vote.Abstain, "", Joey, Start).Refusal!.Code.ShouldBe("round-over");
    }

    [Fact]
    public void Others_votes_show_to_those_who_voted_and_to_all_when_the_round_is_closed()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.For, "", Tomas, Start);
        (
            round.ShowsVotesTo(Tomas.Person),
            round.ShowsVotesTo(Deb.Person),
            round.ShowsVotesTo(Marie.Person)
        ).ShouldBe((true, false, false));
        round.Cast(application, Vote.Against, "Not yet.", Deb, Start);
        round.ShowsVotesTo(Marie.Person).ShouldBeTrue();
    }

    private static (Application Application, BallotRound Round) InReview()
    {
        EmailAddress.TryParse("nusrat@example.org", out var email, out _).ShouldBeTrue();
        var (application, _) = Application.Start(
            "PSF-30-TEST",
            OrganisationId.New(),
            ProgramId.New(),
            ProgramVersionId.New(),
            email!,
            PersonId.New(),
            Marie,
            Start
        );
        var facts = new SubmitFacts(null, "Dhaka Python", null, null, "key");
        application.Submit(facts, Marie, Start).Done.ShouldBeTrue();
        application.TakeUp(Marie.Person!.Value, Marie, Start).Done.ShouldBeTrue();
        application.SendToWorkGroup("reviewers", null, Marie, Start).Done.ShouldBeTrue();
        RoundSeat[] seats =
        [
            .. new[] { Tomas, Deb, Joey }.Select(actor => new RoundSeat(
                actor.Person!.Value,
                actor.Name,
                voting: true
            )),
            new(Observer.Person!.Value, Observer.Name, voting: false),
        ];
        var (round, opened) = BallotRound.Open(
            application.Id,
            "review",
            new DecisionRule.LazyConsensus(3, 10, 10, Early: false),
            seats,
            Marie,
            Start
        );
        opened.Events.ShouldBe([new RoundOpened(application.Id.Value, "review", 3)]);
        return (application, round);
    }
}
