using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>At least a share of the voting members has to be for; abstentions leave the whole.</summary>
internal static class ShareForRule
{
    public static Judgement Judge(DecisionRule.ShareFor rule, RoundState round)
    {
        var tally = round.Tally;
        var needed = Needed(rule, tally.Eligible - tally.Abstained);
        var reached = Reached(rule, tally);
        if (round.TimeOver || tally.Absent == 0)
            return reached
                ? Judgement.Close(RoundOutcome.Passed, RoundReason.EnoughShare, needed)
                : Judgement.Close(RoundOutcome.Failed, RoundReason.TooSmallShare, needed);
        // More votes, of whatever kind, never undo a share that is reached.
        if (rule.Early && reached)
            return Judgement.Close(RoundOutcome.Passed, RoundReason.EnoughShare, needed);
        return Judgement.Wait(
            reached ? RoundReason.ShareReached : RoundReason.ShareMissing,
            needed
        );
    }

    /// <summary>At least one, else a round in which everybody abstains would pass.</summary>
    public static int Needed(DecisionRule.ShareFor rule, int whole) =>
        Math.Max(1, ((whole * rule.Percent) + 99) / 100);

    public static bool Reached(DecisionRule.ShareFor rule, Tally tally) =>
        tally.For >= Needed(rule, tally.Eligible - tally.Abstained);
}
