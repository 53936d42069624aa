using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Review;

public sealed class NextLineTests
{
    private static readonly Instant Now = Instant.FromUtc(2030, 2, 4, 9, 0);
    private static readonly CaseClocks Clocks = new()
    {
        WholeWeeks = 8,
        WaitingClosesAfterWeeks = 6,
        PromotionLeadDays = 14,
    };

    [Fact]
    public void Every_state_has_a_line_for_either_side()
    {
        foreach (var state in Enum.GetValues<ApplicationState>())
        foreach (var ball in Enum.GetValues<Ball>())
        {
            var facts = Facts(state, ball);
            NextLineOf.Applicant(facts, Clocks, Now.InUtc()).Sentence.ShouldNotContain("{");
            NextLineOf.Desk(facts, Clocks, Ball.Staff, Now.InUtc()).Sentence.ShouldNotContain("{");
        }
    }

    [Fact]
    public void A_round_tells_how_many_voted_to_the_desk_alone()
    {
        var facts = Facts(ApplicationState.InReview, Ball.WorkGroup) with
        {
            Round = new NextRound(RoundPhase.Voting, Now + Duration.FromDays(10), 2, 5),
        };
        NextLineOf
            .Desk(facts, Clocks, Ball.WorkGroup, Now.InUtc())
            .ShouldBe(
                new NextLine(
                    "Next: the work group votes by Thu 14 Feb (2 of 5 have voted so far).",
                    NextTone.Yours
                )
            );
        NextLineOf
            .Applicant(facts, Clocks, Now.InUtc())
            .ShouldBe(new NextLine("Next: the work group votes by Thu 14 Feb.", NextTone.Theirs));
    }

    [Theory]
    [InlineData(
        ApplicationState.InReview,
        RoundPhase.Discussion,
        "Next: the work group discusses an objection and votes by Thu 14 Feb (2 of 5 have voted so far).",
        "Next: the work group votes by Thu 14 Feb."
    )]
    [InlineData(
        ApplicationState.InReview,
        RoundPhase.Casting,
        "Next: the chair of the work group decides a tie by Thu 14 Feb.",
        "Next: the work group votes by Thu 14 Feb."
    )]
    [InlineData(
        ApplicationState.Consultation,
        RoundPhase.Discussion,
        "Next: the board discusses an objection and votes by Thu 14 Feb (2 of 5 have voted so far).",
        "Next: the board votes by Thu 14 Feb."
    )]
    [InlineData(
        ApplicationState.Consultation,
        RoundPhase.Casting,
        "Next: the chair of the board decides a tie by Thu 14 Feb.",
        "Next: the board votes by Thu 14 Feb."
    )]
    public void An_objection_and_a_tie_are_told_to_the_desk_alone(
        object state,
        object phase,
        string desk,
        string applicant
    )
    {
        var facts = Facts((ApplicationState)state, Ball.WorkGroup) with
        {
            Round = new NextRound((RoundPhase)phase, Now + Duration.FromDays(10), 2, 5),
        };
        NextLineOf.Desk(facts, Clocks, Ball.Staff, Now.InUtc()).Sentence.ShouldBe(desk);
        NextLineOf.Applicant(facts, Clocks, Now.InUtc()).Sentence.ShouldBe(applicant);
    }

    [Fact]
    public void A_released_decision_is_not_told_before_its_letter_has_left() =>
        NextLineOf
            .Applicant(Facts(ApplicationState.Releasing, Ball.Nobody), Clocks, Now.InUtc())
            .ShouldBe(
                NextLineOf.Applicant(
                    Facts(ApplicationState.Deciding, Ball.Staff),
                    Clocks,
                    Now.InUtc()
                )
            );

    [Theory]
    [InlineData(null, "2030-03-31")]
    [InlineData("2030-04-10", "2030-03-27")]
    [InlineData("2031-01-01", "2030-03-31")]
    public void Decide_by_is_the_promise_or_earlier_where_the_event_needs_it(
        string? eventDate,
        string expected
    )
    {
        var date = eventDate is null
            ? default(LocalDate?)
            : NodaTime.Text.LocalDatePattern.Iso.Parse(eventDate).Value;
        DecideBy
            .Of(
                Facts(ApplicationState.Submitted, Ball.Staff) with
                {
                    EventDate = date,
                },
                Clocks,
                Now.InUtc()
            )
            .ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value);
    }

    [Fact]
    public void The_promise_stands_still_while_the_applicant_is_asked() =>
        DecideBy
            .Of(
                Facts(ApplicationState.PreReview, Ball.Applicant),
                Clocks,
                (Now + Duration.FromDays(10)).InUtc()
            )
            .ShouldBe(new LocalDate(2030, 4, 10));

    [Fact]
    public void A_late_decision_is_said_to_be_late() =>
        NextLineOf
            .Applicant(
                Facts(ApplicationState.PreReview, Ball.Staff),
                Clocks,
                (Now + Duration.FromDays(70)).InUtc()
            )
            .Sentence.ShouldBe(
                "Next: staff checks that everything is there; the decision was due on Sun 31 Mar and is late."
            );

    /// <summary>Fourteen days from 3 February; the applicant held the ball for three before this step and for two within it.</summary>
    [Theory]
    [InlineData(
        10,
        "Next: staff takes up your application; that is due by Tue 19 Feb, and the decision comes by Fri 5 Apr."
    )]
    [InlineData(
        20,
        "Next: staff takes up your application; that was due on Tue 19 Feb and is late; the decision comes by Fri 5 Apr."
    )]
    public void A_promised_step_stands_before_the_decision_and_waiting_moves_both(
        int later,
        string sentence
    )
    {
        const long day = 24 * 60 * 60 * 1000;
        var facts = Facts(ApplicationState.Submitted, Ball.Staff) with
        {
            WaitedMilliseconds = 5 * day,
            Step = new CaseStep(StepKind.FirstLook, Now - Duration.FromDays(1), 3 * day, 14),
        };
        NextLineOf
            .Applicant(facts, Clocks, (Now + Duration.FromDays(later)).InUtc())
            .Sentence.ShouldBe(sentence);
        DecideBy.OfStep(facts with { Ball = Ball.Applicant }, Clocks, Now.InUtc()).ShouldBeNull();
    }

    [Fact]
    public void The_step_of_the_decision_has_one_day_and_not_two() =>
        NextLineOf
            .Applicant(
                Facts(ApplicationState.Deciding, Ball.Staff) with
                {
                    Step = new CaseStep(StepKind.Decision, Now, 0, 7),
                },
                Clocks,
                Now.InUtc()
            )
            .Sentence.ShouldBe(
                "Next: staff writes you the decision; the decision comes by Mon 11 Feb."
            );

    /// <summary>What was promised for the first decision is over, and was kept.</summary>
    [Theory]
    [InlineData(
        null,
        "Next: staff reads the letter and releases it; the decision was due on Sun 31 Mar and is late."
    )]
    [InlineData(RevisitKind.Appeal, "Next: staff reads the new letter and releases it.")]
    [InlineData(RevisitKind.Correction, "Next: staff reads the new letter and releases it.")]
    public void A_written_letter_waits_to_be_released(object? revisit, string sentence) =>
        NextLineOf
            .Desk(
                Facts(ApplicationState.Deciding, Ball.Staff) with
                {
                    LetterWritten = true,
                    Revisit = (RevisitKind?)revisit,
                },
                Clocks,
                Ball.Staff,
                (Now + Duration.FromDays(70)).InUtc()
            )
            .Sentence.ShouldBe(sentence);

    [Fact]
    public void A_step_that_would_end_after_the_decision_promises_nothing()
    {
        var facts = Facts(ApplicationState.Deciding, Ball.Staff) with
        {
            Step = new CaseStep(StepKind.Decision, Now, 0, 60),
        };
        DecideBy.OfStep(facts, Clocks, Now.InUtc()).ShouldBeNull();
    }

    [Fact]
    public void Days_are_those_of_the_organisation()
    {
        // 21:00 in New York on 3 February, and already the 4th by UTC.
        var evening = Instant.FromUtc(2030, 2, 4, 2, 0);
        var here = evening.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]);
        NextLineOf.Day(evening, here).ShouldBe("Sun 3 Feb");
        NextLineOf.Time(evening, here).ShouldBe("Sun 3 Feb 2030, 21:00 EST (New York)");
        var facts = Facts(ApplicationState.PreReview, Ball.Staff) with { SubmittedAt = evening };
        DecideBy.Of(facts, Clocks, here).ShouldBe(new LocalDate(2030, 3, 31));
        DecideBy.Of(facts, Clocks, evening.InUtc()).ShouldBe(new LocalDate(2030, 4, 1));
        Deadline
            .Of(Facts(ApplicationState.PreReview, Ball.Applicant), here.Zone)
            .ShouldBe(new LocalDateTime(2030, 2, 18, 23, 59).InZoneLeniently(here.Zone));
    }

    private static NextFacts Facts(ApplicationState state, Ball ball) =>
        new(
            state,
            ball,
            BallSince: Now,
            SubmittedAt: state == ApplicationState.Draft ? null : Now - Duration.FromDays(1),
            EndedAt: ApplicationMoves.IsOpen(state) ? null : Now,
            WaitedMilliseconds: 0,
            EventDate: null,
            AnswerBy: new LocalDate(2030, 2, 18)
        );
}
