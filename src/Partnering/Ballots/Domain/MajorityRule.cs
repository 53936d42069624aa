using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>A quorum has to take part, and enough of those counted have to be for.</summary>
internal static class MajorityRule
{
    public static Judgement Judge(DecisionRule.Majority rule, RoundState round)
    {
        var tally = round.Tally;
        var quorum = rule.Quorum.Of(tally.Eligible);
        if (round.TimeOver || tally.Absent == 0)
            return AtTheEnd(
                rule,
                tally,
                quorum,
                mayExtend: rule.ExtendDays > 0 && !round.Extended,
                round.ChairOut
            );
        if (rule.Early && Settled(rule, tally, quorum, round.ChairOut) is { } settled)
            return settled;
        return Judgement.Wait(
            tally.Present >= quorum ? RoundReason.QuorumReached : RoundReason.QuorumMissing,
            quorum
        );
    }

    private static Judgement AtTheEnd(
        DecisionRule.Majority rule,
        Tally tally,
        int quorum,
        bool mayExtend,
        bool chairOut
    )
    {
        if (tally.Present < quorum)
            return mayExtend
                ? new(RoundStep.Extend, RoundReason.QuorumMissedOnce, quorum)
                : Judgement.Close(RoundOutcome.Escalated, RoundReason.QuorumMissed, quorum);
        var whole = Whole(rule, tally);
        if (rule.Threshold == Threshold.TwoThirds)
            return 3 * tally.For >= 2 * whole && tally.For > 0
                ? Judgement.Close(RoundOutcome.Passed, RoundReason.MajorityFor, quorum)
                : Judgement.Close(RoundOutcome.Failed, RoundReason.MajorityAgainst, quorum);
        if (2 * tally.For > whole)
            return Judgement.Close(RoundOutcome.Passed, RoundReason.MajorityFor, quorum);
        if (2 * tally.For < whole)
            return Judgement.Close(RoundOutcome.Failed, RoundReason.MajorityAgainst, quorum);
        return rule.Tie switch
        {
            TieRule.Escalate => Judgement.Close(
                RoundOutcome.Escalated,
                RoundReason.TieEscalated,
                quorum
            ),
            TieRule.Decline => Judgement.Close(
                RoundOutcome.Failed,
                RoundReason.TieDeclined,
                quorum
            ),
            TieRule.Chair when chairOut => Judgement.Close(
                RoundOutcome.Escalated,
                RoundReason.ChairOut,
                quorum
            ),
            TieRule.Chair => new(RoundStep.AskChair, RoundReason.TieForChair, quorum),
        };
    }

    /// <summary>Of how many the votes for have to be more than half.</summary>
    private static int Whole(DecisionRule.Majority rule, Tally tally)
    {
        var all = rule.Of == CountOf.Present ? tally.Present : tally.Eligible;
        return rule.Threshold == Threshold.Absolute ? all : all - tally.Abstained;
    }

    /// <summary>The end that is reached however the missing votes fall; the worst and the best that can still come are the four in which all of them do the same.</summary>
    private static Judgement? Settled(
        DecisionRule.Majority rule,
        Tally tally,
        int quorum,
        bool chairOut
    )
    {
        var missing = tally.Absent;
        Judgement End(Tally completed) =>
            AtTheEnd(rule, completed, quorum, mayExtend: false, chairOut);
        var now = End(tally);
        if (now is not { Step: RoundStep.Close, Outcome: not RoundOutcome.Escalated })
            return null;
        return
            End(tally with { For = tally.For + missing }).Outcome == now.Outcome
            && End(tally with { Against = tally.Against + missing }).Outcome == now.Outcome
            && End(tally with { Abstained = tally.Abstained + missing }).Outcome == now.Outcome
            ? now
            : null;
    }
}
