using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>What holds for every rule, over every tally of up to six members.</summary>
public sealed class RulePropertiesTests
{
    private const int Most = 6;

    [Fact]
    public void When_the_time_is_over_no_round_waits()
    {
        foreach (var state in States().Select(state => state with { TimeOver = true }))
        {
            var judgement = RuleJudge.Judge(state);
            judgement.Step.ShouldNotBe(RoundStep.Wait, $"{state}");
            (judgement.Step == RoundStep.Close).ShouldBe(judgement.Outcome is not null, $"{state}");
        }
    }

    [Fact]
    public void Each_step_but_the_last_leads_nearer_to_the_end()
    {
        foreach (var state in States())
        {
            var next = RuleJudge.Judge(state).Step switch
            {
                RoundStep.Discuss => state with { Phase = RoundPhase.Discussion },
                RoundStep.Extend => state with { Extended = true },
                RoundStep.AskChair => state with { Phase = RoundPhase.Casting },
                _ => null,
            };
            if (next is not null)
                RuleJudge
                    .Judge(next with { TimeOver = true })
                    .Step.ShouldBe(
                        next.Phase == RoundPhase.Voting && Tied(next)
                            ? RoundStep.AskChair
                            : RoundStep.Close,
                        $"{state}"
                    );
        }
    }

    [Fact]
    public void The_recused_never_count()
    {
        foreach (var state in States())
            RuleJudge
                .Judge(state with { Tally = state.Tally with { Recused = 3 } })
                .ShouldBe(RuleJudge.Judge(state), $"{state}");
    }

    [Fact]
    public void An_abstention_is_not_against()
    {
        foreach (var state in States().Where(state => state.Tally.Against > 0))
        {
            // Who turns from against to abstaining never makes a round fail that passed.
            var milder = state with
            {
                Tally = state.Tally with
                {
                    Against = state.Tally.Against - 1,
                    Abstained = state.Tally.Abstained + 1,
                },
            };
            if (RuleJudge.Judge(state).Outcome == RoundOutcome.Passed)
                RuleJudge.Judge(milder).Outcome.ShouldBe(RoundOutcome.Passed, $"{state}");
        }
    }

    [Fact]
    public void An_abstention_is_not_for()
    {
        foreach (var state in States().Where(state => state.Tally.For > 0))
        {
            // Who turns from for to abstaining never makes a round pass that did not.
            var cooler = state with
            {
                Tally = state.Tally with
                {
                    For = state.Tally.For - 1,
                    Abstained = state.Tally.Abstained + 1,
                },
            };
            if (RuleJudge.Judge(cooler).Outcome == RoundOutcome.Passed)
                RuleJudge.Judge(state).Outcome.ShouldBe(RoundOutcome.Passed, $"{state}");
        }
    }

    [Fact]
    public void A_stale_vote_counts_as_none()
    {
        foreach (var state in States().Where(state => state.Tally.Absent > 0))
            RuleJudge
                .Judge(state with { Tally = state.Tally with { Stale = 1 } })
                .ShouldBe(RuleJudge.Judge(state), $"{state}");
    }

    private static bool Tied(RoundState state) =>
        state.Rule is DecisionRule.Majority { Tie: TieRule.Chair }
        && RuleJudge.Judge(state with { TimeOver = true }).Step == RoundStep.AskChair;

    private static IEnumerable<RoundState> States() =>
        from rule in Rules()
        from phase in rule is DecisionRule.LazyConsensus
            ? [RoundPhase.Voting, RoundPhase.Discussion]
            : new[] { RoundPhase.Voting }
        from over in new[] { false, true }
        from extended in new[] { false, true }
        from eligible in Enumerable.Range(0, Most + 1)
        from inFavour in Enumerable.Range(0, eligible + 1)
        from against in Enumerable.Range(0, eligible - inFavour + 1)
        from abstained in Enumerable.Range(0, eligible - inFavour - against + 1)
        select new RoundState(
            rule,
            phase,
            new Tally(eligible, 0, inFavour, against, abstained, 0),
            over,
            extended
        );

    private static IEnumerable<DecisionRule> Rules()
    {
        DecisionRule.LazyConsensus lazy = new(2, 10, 10, Early: false);
        yield return lazy;
        yield return lazy with
        {
            Early = true,
        };
        yield return new DecisionRule.ShareFor(30, 10, Early: false);
        yield return new DecisionRule.ShareFor(100, 10, Early: true);
        yield return new DecisionRule.NoObjection(7, lazy);
        foreach (var of in Enum.GetValues<CountOf>())
        foreach (var threshold in Enum.GetValues<Threshold>())
        foreach (var tie in Enum.GetValues<TieRule>())
        foreach (
            var quorum in new[]
            {
                Quorum.HalfPlusOne,
                Quorum.TwoThirds,
                new Quorum(QuorumKind.Votes, 3),
            }
        )
        foreach (var early in new[] { false, true })
            yield return new DecisionRule.Majority(of, quorum, threshold, tie, 10, 5, early);
    }
}
