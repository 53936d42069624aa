using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Domain;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Decisions;

/// <summary>A decision follows the tally, and never falls while the applicant has to act.</summary>
public sealed class DecisionRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly LocalDate Today = new(2027, 3, 1);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");

    [Fact]
    public void Only_a_case_that_is_being_decided_is_decided_and_only_along_what_it_rests_on()
    {
        var allowed =
            from state in Enum.GetValues<ApplicationState>()
            from ball in Enum.GetValues<Ball>()
            from review in Enum.GetValues<ReviewResult>()
            from outcome in new[] { DecisionOutcome.Approved, DecisionOutcome.Declined }
            where Record(Draft(outcome), state, ball, review).Done
            select (state, ball, review, outcome);
        allowed
            .Where(row => row.ball == Ball.Staff)
            .Select(row => (row.review, row.outcome))
            .ShouldBe([
                (ReviewResult.Consensus, DecisionOutcome.Approved),
                (ReviewResult.NoConsensus, DecisionOutcome.Declined),
                (ReviewResult.Recommended, DecisionOutcome.Approved),
                (ReviewResult.NotRecommended, DecisionOutcome.Declined),
                (ReviewResult.StaffDecides, DecisionOutcome.Approved),
                (ReviewResult.StaffDecides, DecisionOutcome.Declined),
                (ReviewResult.Appealed, DecisionOutcome.Approved),
                (ReviewResult.Appealed, DecisionOutcome.Declined),
            ]);
        allowed.ShouldAllBe(row =>
            row.ball != Ball.Applicant && row.state == ApplicationState.Deciding
        );
    }

    [Fact]
    public void A_decline_needs_what_its_letter_says()
    {
        var draft = Draft(DecisionOutcome.Declined);
        Code(draft with { Reasons = new Dictionary<string, string> { ["page"] = " " } })
            .ShouldBe("decision-no-reason");
        Code(draft with { Reasons = new Dictionary<string, string> { ["weather"] = "Rain." } })
            .ShouldBe("decision-unknown-criterion");
        Code(draft with { Advice = "" }).ShouldBe("decision-no-advice");
        Code(draft with { AgainFrom = Today.PlusDays(-1) }).ShouldBe("decision-again-from-past");
        Code(draft with { AgainFrom = Today }).ShouldBeNull();
    }

    [Fact]
    public void From_every_open_state_both_sides_find_a_way_out()
    {
        foreach (var state in Enum.GetValues<ApplicationState>().Where(ApplicationMoves.IsOpen))
        {
            if (state == ApplicationState.Releasing)
                continue;
            ApplicationMoves
                .MayBy(state, Command.Withdraw, Role.Applicant)
                .ShouldBeTrue($"{state}");
            ApplicationMoves.MayBy(state, Command.Close, Role.Staff).ShouldBeTrue($"{state}");
        }
        ApplicationMoves.MayBy(ApplicationState.Releasing, Command.Undo, Role.Staff).ShouldBeTrue();
        ApplicationMoves
            .MayBy(ApplicationState.Releasing, Command.LetterLeavesApproved, Role.Rule)
            .ShouldBeTrue();
    }

    [Fact]
    public void No_walk_leads_to_a_decision_while_the_applicant_holds_the_ball() =>
        ApplicationMoves
            .All.Where(move => move.Ball == Ball.Applicant)
            .Select(move => move.To)
            .ShouldBe([ApplicationState.Draft]);

    private static string? Code(DecisionDraft draft) =>
        Record(
            draft,
            ApplicationState.Deciding,
            Ball.Staff,
            ReviewResult.NoConsensus
        ).Refusal?.Code;

    private static Outcome Record(
        DecisionDraft draft,
        ApplicationState state,
        Ball ball,
        ReviewResult review
    ) =>
        Decision
            .Record(
                ApplicationId.New(),
                draft,
                new DecisionFacts(
                    state,
                    ball,
                    review,
                    ["page", "conduct"],
                    true,
                    Today,
                    "7K3Q9ZTD"
                ),
                Marie,
                Now
            )
            .Outcome;

    private static DecisionDraft Draft(DecisionOutcome outcome) =>
        new(
            outcome,
            new Dictionary<string, string> { ["page"] = "It did not answer." },
            "Mend the page.",
            null
        );
}
