using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What the votes of a closed round would have come to under another rule. The votes count as they stood at the end, and every deadline counts as reached.</summary>
internal static class Replay
{
    public static RoundOutcome Of(BallotRound round, DecisionRule rule)
    {
        var state = round.StateAt(round.ClosedAt!.Value) with
        {
            Rule = rule,
            Phase = RoundPhase.Voting,
            TimeOver = true,
            Extended = false,
        };
        while (true)
        {
            var judged = RuleJudge.Judge(state);
            switch (judged.Step)
            {
                case RoundStep.Close when judged.Outcome == RoundOutcome.Objected:
                    state = state with { Rule = ((DecisionRule.NoObjection)state.Rule).Otherwise };
                    break;
                case RoundStep.Close:
                    return judged.Outcome!.Value;
                case RoundStep.Discuss:
                    state = state with { Phase = RoundPhase.Discussion };
                    break;
                case RoundStep.Extend:
                    state = state with { Extended = true };
                    break;
                case RoundStep.AskChair:
                    state = state with { Phase = RoundPhase.Casting };
                    break;
                case RoundStep.Wait:
                    throw new InvalidOperationException("A rule that waits when its time is over.");
            }
        }
    }
}
