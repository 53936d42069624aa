using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>Rules as examples write them: a letter for each seat, and the sentence that people read.</summary>
internal static class RuleTable
{
    public static readonly DecisionRule.LazyConsensus Lazy = new(3, 10, 10, Early: false);
    public static readonly DecisionRule.Majority Majority = new(
        CountOf.Present,
        Quorum.HalfPlusOne,
        Threshold.Simple,
        TieRule.Escalate,
        10,
        ExtendDays: 0,
        Early: false
    );
    private static readonly LocalDate Until = new(2030, 2, 14);

    /// <param name="seats">One letter for each voting seat: F for, X against, A abstained, R recused, S stale, - silent.</param>
    public static string Judge(
        DecisionRule rule,
        string seats,
        int day,
        bool over = false,
        RoundPhase phase = RoundPhase.Voting,
        bool extended = false,
        Vote? casting = null,
        bool chairOut = false
    )
    {
        int Count(char letter) => seats.Count(seat => seat == letter);
        var tally = new Tally(
            seats.Length - Count('R'),
            Count('R'),
            Count('F'),
            Count('X'),
            Count('A'),
            Count('S')
        );
        var state = new RoundState(rule, phase, tally, over, extended, casting, chairOut);
        var judgement = RuleJudge.Judge(state);
        var result = RoundResult.Of(state, judgement, day, rule.OpenDays);
        return $"{judgement.Step}/{judgement.Outcome}: {RoundSentences.Of(result, Until)}";
    }
}
