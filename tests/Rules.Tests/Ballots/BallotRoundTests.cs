using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Ballots;

public sealed class BallotRoundTests
{
    private static readonly Instant Start = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly Actor Tomas = Actor.Of(PersonId.New(), "Tomas");
    private static readonly Actor Deb = Actor.Of(PersonId.New(), "Deb");
    private static readonly Actor Joey = Actor.Of(PersonId.New(), "Joey");
    private static readonly Actor Observer = Actor.Of(PersonId.New(), "Ines");

    private static readonly Stage Review = new()
    {
        Key = "review",
        Kind = StageKind.Review,
        Title = LocalText.Of("Review"),
        Team = "grants-work-group",
    };

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
        round.Ballots.Count.ShouldBe(1);
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
    public void An_objection_opens_a_discussion_and_its_end_is_planned()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.Against, "The date has passed.", Tomas, Start);
        var (step, outcome) = round.Settle(Start + Duration.FromDays(14), Tomas, Start);
        step.ShouldBe(RoundStep.Discuss);
        outcome.Events.ShouldBe([new DiscussionOpened(application.Id.Value)]);
        outcome
            .Work.OfType<WorkChange.Plan>()
            .Single(plan => plan.Kind == RoundDue.Kind)
            .DueAt.ShouldBe(round.ClosesAt);
        (round.Phase, round.ClosesAt).ShouldBe(
            (RoundPhase.Discussion, Start + Duration.FromDays(14))
        );
        round.Cast(application, Vote.For, "", Tomas, Start).Done.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_declaration_nobody_votes_and_recusal_takes_the_vote_away()
    {
        var (application, round) = InReview(cleared: false);
        round
            .Cast(application, Vote.For, "", Tomas, Start)
            .Refusal!.Code.ShouldBe("vote-declare-first");
        round.Clear(Tomas.Person!.Value, Start);
        round.Cast(application, Vote.For, "", Tomas, Start).Done.ShouldBeTrue();
        round.Tally.ShouldBe(new Tally(3, 0, 1, 0, 0, 0));
        round.Recuse(Tomas.Person!.Value);
        round.Tally.ShouldBe(new Tally(2, 1, 0, 0, 0, 0));
        round.Cast(application, Vote.For, "", Tomas, Start).Refusal!.Code.ShouldBe("vote-recused");
    }

    [Fact]
    public void Changed_answers_make_votes_stale_until_they_are_cast_again_and_leave_time_for_it()
    {
        var (application, round) = InReview();
        round.Cast(application, Vote.For, "", Tomas, Start);
        var late = Start + Duration.FromDays(9);
        round
            .MakeStale(Marie, late)
            .Events.ShouldBe([new BallotsWentStale(application.Id.Value, 1)]);
        round.Tally.ShouldBe(new Tally(3, 0, 0, 0, 0, 1));
        round.ClosesAt.ShouldBe(Start + Duration.FromDays(12));
        round.ShowsVotesTo(Tomas.Person).ShouldBeFalse();
        round.Cast(application, Vote.For, "", Tomas, late).Events.Count.ShouldBe(1);
        round.Tally.ShouldBe(new Tally(3, 0, 1, 0, 0, 0));
    }

    [Fact]
    public void A_round_that_is_held_and_asked_about_goes_on_when_both_are_over()
    {
        var (application, round) = InReview();
        var day = Duration.FromDays(1);
        round.Hold("A news report.", Marie, Start).Done.ShouldBeTrue();
        round.Pause(Marie, Start + day);
        round
            .Cast(application, Vote.For, "", Tomas, Start + day)
            .Refusal!.Code.ShouldBe("votes-parked");
        round.Resume(Marie, Start + (2 * day));
        round
            .Cast(application, Vote.For, "", Tomas, Start + (2 * day))
            .Refusal!.Sentence.ShouldContain("A news report.");
        round.LetGoOn(Marie, Start + (3 * day)).Done.ShouldBeTrue();
        round.ClosesAt.ShouldBe(Start + (13 * day));
        round.Cast(application, Vote.For, "", Tomas, Start + (3 * day)).Done.ShouldBeTrue();
        round.LetGoOn(Marie, Start + (3 * day)).Refusal!.Code.ShouldBe("round-not-held");
    }

    [Fact]
    public void A_seat_is_given_to_another_only_while_its_holder_is_silent()
    {
        var (application, round) = InReview();
        var asha = new RoundSeat(PersonId.New(), "Asha", voting: true);
        round.Cast(application, Vote.For, "", Tomas, Start);
        round
            .Replace(Tomas.Person!.Value, asha, Marie, Start)
            .Refusal!.Code.ShouldBe("seat-has-voted");
        round.Replace(Deb.Person!.Value, asha, Marie, Start).Done.ShouldBeTrue();
        round
            .Replace(Deb.Person!.Value, asha, Marie, Start)
            .Refusal!.Code.ShouldBe("round-no-such-seat");
        round.VotingSeats.Select(seat => seat.Name).ShouldBe(["Tomas", "Joey", "Asha"]);
        round.Cast(application, Vote.For, "", Deb, Start).Refusal!.Code.ShouldBe("vote-no-seat");
    }

    [Fact]
    public void The_days_for_objections_are_promised_and_the_chair_cannot_shorten_them()
    {
        var (application, round) = InReview();
        round.CloseByChair(Marie, Start).Refusal!.Code.ShouldBe("round-too-early-to-close");
        round.Cast(application, Vote.Against, "Not yet.", Deb, Start);
        round.Settle(Start + Duration.FromDays(14), Deb, Start);
        var later = Start + Duration.FromDays(3);
        round.CloseByChair(Marie, later).Done.ShouldBeTrue();
        round.Settle(later, Marie, later).Step.ShouldBe(RoundStep.Close);
        (round.Result!.Outcome, round.Result.Reason).ShouldBe(
            (RoundOutcome.Escalated, RoundReason.StillAgainst)
        );
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
        round.Settle(answered, Actor.Rule, answered).Outcome.Events.ShouldBeEmpty();
        application.Answered(
            "Two people.",
            new SubmitFacts(null, "PyCon Jupiter", null, null, "key"),
            Marie,
            answered
        );
        var resumed = round.Resume(Marie, answered);
        round.ClosesAt.ShouldBe(Start + Duration.FromDays(40));
        resumed
            .Work.OfType<WorkChange.Plan>()
            .Single(plan => plan.Kind == RoundDue.Kind)
            .DueAt.ShouldBe(round.ClosesAt);
        round.Stands(answered).Day.ShouldBe(5);
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
        round.Settle(Start, Joey, Start).Step.ShouldBe(RoundStep.Close);
        round.Result!.Outcome.ShouldBe(RoundOutcome.Passed);
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
        round.Cast(application, Vote.For, "", Deb, Start);
        round.Cast(application, Vote.For, "", Joey, Start);
        round.Settle(Start, Joey, Start);
        round.ShowsVotesTo(Marie.Person).ShouldBeTrue();
        round.ShowsVotesTo(Observer.Person).ShouldBeTrue();
    }

    private static (Application Application, BallotRound Round) InReview(bool cleared = true)
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
            Review,
            new DecisionRule.LazyConsensus(3, 10, 10, Early: false),
            seats,
            Marie,
            Start
        );
        opened.Events.ShouldBe([new RoundOpened(application.Id.Value, "review", 3)]);
        foreach (var seat in seats.Where(_ => cleared))
            round.Clear(seat.Person, Start);
        return (application, round);
    }
}
