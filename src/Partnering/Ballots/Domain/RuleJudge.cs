using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>Every rule as a function from what was counted to what follows.</summary>
internal static class RuleJudge
{
    public static Judgement Judge(RoundState round)
    {
        var needed = Needed(round.Rule, round.Tally.Eligible);
        if (round.Phase == RoundPhase.Casting)
            return Chair(round, needed);
        // With fewer than the rule needs no vote that is still to come could pass it.
        if (round.Tally.Eligible < Math.Max(1, needed))
            return Judgement.Close(RoundOutcome.Escalated, RoundReason.TooFewMembers, needed);
        return round.Rule switch
        {
            DecisionRule.LazyConsensus rule => LazyConsensusRule.Judge(rule, round),
            DecisionRule.Majority rule => MajorityRule.Judge(rule, round),
            DecisionRule.ShareFor rule => ShareForRule.Judge(rule, round),
            DecisionRule.NoObjection => NoObjection(round),
            DecisionRule.Staff => throw new InvalidOperationException(
                "Staff decides without a round."
            ),
            _ => throw new InvalidOperationException("A rule of no known kind."),
        };
    }

    /// <summary>Votes for, or members taking part, without which the rule cannot pass.</summary>
    public static int Needed(DecisionRule rule, int eligible) =>
        rule switch
        {
            DecisionRule.LazyConsensus lazy => lazy.For,
            DecisionRule.Majority majority => majority.Quorum.Of(eligible),
            DecisionRule.ShareFor share => ShareForRule.Needed(share, eligible),
            DecisionRule.NoObjection or DecisionRule.Staff => 0,
            _ => throw new InvalidOperationException("A rule of no known kind."),
        };

    /// <summary>Whether the chair may end the phase now: the silent then count as absent. The days that a rule gives to objections are promised and stay.</summary>
    public static bool ChairMayClose(RoundState round) =>
        (round.Rule, round.Phase) switch
        {
            (_, RoundPhase.Discussion) => true,
            (_, RoundPhase.Casting) => false,
            (DecisionRule.Majority rule, _) => round.Tally.Present
                >= rule.Quorum.Of(round.Tally.Eligible),
            (DecisionRule.ShareFor rule, _) => ShareForRule.Reached(rule, round.Tally),
            _ => false,
        };

    private static Judgement NoObjection(RoundState round)
    {
        var tally = round.Tally;
        if (tally.Against > 0)
            return Judgement.Close(RoundOutcome.Objected, RoundReason.ObjectionInFastLane, 0);
        return round.TimeOver || tally.Absent == 0
            ? Judgement.Close(RoundOutcome.Passed, RoundReason.NoObjection, 0)
            : Judgement.Wait(RoundReason.NobodyObjects, 0);
    }

    private static Judgement Chair(RoundState round, int needed) =>
        round.Casting switch
        {
            Vote.For => Judgement.Close(RoundOutcome.Passed, RoundReason.ChairFor, needed),
            Vote.Against => Judgement.Close(RoundOutcome.Failed, RoundReason.ChairAgainst, needed),
            null when round.ChairOut => Judgement.Close(
                RoundOutcome.Escalated,
                RoundReason.ChairOut,
                needed
            ),
            Vote.Abstain or null => round.TimeOver || round.Casting is not null
                ? Judgement.Close(RoundOutcome.Escalated, RoundReason.ChairSilent, needed)
                : Judgement.Wait(RoundReason.TieForChair, needed),
        };
}
