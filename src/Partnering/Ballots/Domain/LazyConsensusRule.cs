using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>Enough votes for and none against when the time is over. The first vote against opens a discussion; after it only a vote without any against passes.</summary>
internal static class LazyConsensusRule
{
    public static Judgement Judge(DecisionRule.LazyConsensus rule, RoundState round) =>
        round.Phase == RoundPhase.Discussion ? Discussed(rule, round) : Voting(rule, round);

    private static Judgement Voting(DecisionRule.LazyConsensus rule, RoundState round)
    {
        var tally = round.Tally;
        if (tally.Against > 0)
            return new(RoundStep.Discuss, RoundReason.Objection, rule.For);
        var enough = tally.For >= rule.For;
        if (round.TimeOver)
            return enough
                ? Judgement.Close(RoundOutcome.Passed, RoundReason.Consensus, rule.For)
                : Judgement.Close(RoundOutcome.Escalated, RoundReason.TooFewFor, rule.For);
        if (tally.Absent == 0)
            return enough
                ? Judgement.Close(RoundOutcome.Passed, RoundReason.ConsensusOfAll, rule.For)
                : Judgement.Close(RoundOutcome.Escalated, RoundReason.TooFewFor, rule.For);
        if (enough && rule.Early)
            return Judgement.Close(RoundOutcome.Passed, RoundReason.ConsensusEarly, rule.For);
        return Judgement.Wait(
            enough ? RoundReason.OpenToObjections : RoundReason.VotesMissing,
            rule.For
        );
    }

    private static Judgement Discussed(DecisionRule.LazyConsensus rule, RoundState round)
    {
        var tally = round.Tally;
        var allAgree = tally is { Against: 0, Absent: 0 };
        if (!round.TimeOver && !allAgree)
            return Judgement.Wait(RoundReason.InDiscussion, rule.For);
        if (tally.Against > 0)
            return Judgement.Close(RoundOutcome.Escalated, RoundReason.StillAgainst, rule.For);
        return tally.For >= rule.For
            ? Judgement.Close(RoundOutcome.Passed, RoundReason.ConsensusAfterDiscussion, rule.For)
            : Judgement.Close(RoundOutcome.Escalated, RoundReason.TooFewFor, rule.For);
    }
}
