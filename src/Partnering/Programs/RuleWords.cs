using Banyan.Partnering.Programs.Domain;
using static Banyan.Partnering.Programs.ProgramWords;

namespace Banyan.Partnering.Programs;

/// <summary>A decision rule as one sentence for the public page and for those who vote.</summary>
internal static class RuleWords
{
    public static string Of(DecisionRule rule) =>
        rule switch
        {
            DecisionRule.LazyConsensus lazy => Count(
                lazy.For,
                Texts.RuleLazyConsensusOne,
                Texts.RuleLazyConsensusOther
            ),
            DecisionRule.Majority majority => Fill(
                Texts.RuleMajority,
                Of(majority.Threshold, majority.Of),
                Of(majority.Quorum),
                Of(majority.Tie)
            ),
            DecisionRule.ShareFor share => Fill(Texts.RuleShareFor, share.Percent),
            DecisionRule.NoObjection fast => Fill(
                Texts.RuleNoObjection,
                Days(fast.WithinDays),
                Of(fast.Otherwise)
            ),
            DecisionRule.Staff => Texts.RuleStaff,
            _ => throw new InvalidOperationException("A rule of no known kind."),
        };

    private static string Of(Threshold threshold, CountOf of) =>
        (threshold, of) switch
        {
            (Threshold.Simple, CountOf.Present) => Texts.ThresholdSimplePresent,
            (Threshold.Simple, CountOf.Eligible) => Texts.ThresholdSimpleEligible,
            (Threshold.Absolute, CountOf.Present) => Texts.ThresholdAbsolutePresent,
            (Threshold.Absolute, CountOf.Eligible) => Texts.ThresholdAbsoluteEligible,
            (Threshold.TwoThirds, CountOf.Present) => Texts.ThresholdTwoThirdsPresent,
            (Threshold.TwoThirds, CountOf.Eligible) => Texts.ThresholdTwoThirdsEligible,
            _ => throw new InvalidOperationException($"No such majority: {threshold} of {of}."),
        };

    private static string Of(Quorum quorum) =>
        quorum.Kind switch
        {
            QuorumKind.HalfPlusOne => Texts.QuorumHalfPlusOne,
            QuorumKind.TwoThirds => Texts.QuorumTwoThirds,
            QuorumKind.Votes => Count(quorum.Votes, Texts.QuorumVotesOne, Texts.QuorumVotesOther),
        };

    private static string Of(TieRule tie) =>
        tie switch
        {
            TieRule.Escalate => Texts.TieEscalate,
            TieRule.Chair => Texts.TieChair,
            TieRule.Decline => Texts.TieDecline,
        };
}
