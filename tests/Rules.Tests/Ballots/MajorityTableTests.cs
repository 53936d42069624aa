using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using static Banyan.Rules.Tests.Ballots.RuleTable;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>The majority by example, with its quorum, its extension and its ties.</summary>
public sealed class MajorityTableTests
{
    [Theory]
    [InlineData(
        "FFFFXA----RR",
        true,
        "Close/Passed: 4 for, 1 against, 1 abstained: passes. 6 of 10 took part; the quorum is 6."
    )]
    [InlineData(
        "FFFFX-----RR",
        true,
        "Close/Escalated: 5 of 6 needed for a quorum took part: no result."
    )]
    [InlineData(
        "FFXX------RR",
        false,
        "Wait/: 4 of 6 needed for a quorum have voted on day 5: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "FFFXXX----RR",
        false,
        "Wait/: 6 have voted and the quorum of 6 is reached on day 5: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "FFFXXX----RR",
        true,
        "Close/Escalated: 3 for, 3 against, 0 abstained: a tie, which by this program's rule the next body decides."
    )]
    [InlineData(
        "FFXXXAAAAARR",
        false,
        "Close/Failed: 2 for, 3 against, 5 abstained: does not pass. 10 of 10 took part; the quorum is 6."
    )]
    [InlineData(
        "AAAAAA----RR",
        true,
        "Close/Escalated: 0 for, 0 against, 6 abstained: a tie, which by this program's rule the next body decides."
    )]
    [InlineData(
        "RRRR",
        false,
        "Close/Escalated: 0 may vote (4 recused) and the rule needs 1: it cannot come to a result."
    )]
    public void Majority_of_those_present(string seats, bool over, string expected) =>
        Judge(Majority, seats, 5, over).ShouldBe(expected);

    [Theory]
    [InlineData(CountOf.Present, Threshold.Simple, "FFXAAA", RoundOutcome.Passed)]
    [InlineData(CountOf.Present, Threshold.Absolute, "FFXAAA", RoundOutcome.Failed)]
    [InlineData(CountOf.Present, Threshold.Absolute, "FFFFXA", RoundOutcome.Passed)]
    [InlineData(CountOf.Eligible, Threshold.Simple, "FFAA--", RoundOutcome.Escalated)]
    [InlineData(CountOf.Eligible, Threshold.Simple, "FFAAA-", RoundOutcome.Passed)]
    [InlineData(CountOf.Eligible, Threshold.Absolute, "FFFAA-", RoundOutcome.Escalated)]
    [InlineData(CountOf.Eligible, Threshold.Absolute, "FFFF--", RoundOutcome.Passed)]
    [InlineData(CountOf.Present, Threshold.TwoThirds, "FFFFXX", RoundOutcome.Passed)]
    [InlineData(CountOf.Present, Threshold.TwoThirds, "FFFXXA", RoundOutcome.Failed)]
    [InlineData(CountOf.Present, Threshold.TwoThirds, "AAAAAA", RoundOutcome.Failed)]
    [InlineData(CountOf.Eligible, Threshold.TwoThirds, "FFFF--", RoundOutcome.Passed)]
    [InlineData(CountOf.Eligible, Threshold.TwoThirds, "FFFXA-", RoundOutcome.Failed)]
    internal void A_majority_is_counted_of_the_whole_that_its_rule_names(
        CountOf of,
        Threshold threshold,
        string seats,
        RoundOutcome outcome
    ) =>
        Judge(Majority with { Of = of, Threshold = threshold }, seats, 10, over: true)
            .ShouldStartWith($"Close/{outcome}:");

    [Fact]
    public void A_missed_quorum_extends_a_round_once()
    {
        var rule = Majority with { ExtendDays = 5 };
        Judge(rule, "FF--------", 10, over: true)
            .ShouldBe(
                "Extend/: 2 of 6 needed for a quorum took part: extended once, to Thu 14 Feb 2030."
            );
        Judge(rule, "FF--------", 15, over: true, extended: true)
            .ShouldBe("Close/Escalated: 2 of 6 needed for a quorum took part: no result.");
    }

    [Theory]
    [InlineData("FFFFF-", "Close/Passed")]
    [InlineData("FFFF--", "Close/Passed")]
    [InlineData("FFF---", "Wait/")]
    [InlineData("XXXX--", "Close/Failed")]
    [InlineData("FFFXXX", "Close/Escalated")]
    [InlineData("FFFXX-", "Wait/")]
    public void An_early_majority_ends_when_no_missing_vote_can_change_it(
        string seats,
        string expected
    ) => Judge(Majority with { Early = true }, seats, 2).ShouldStartWith($"{expected}:");

    [Theory]
    [InlineData(
        null,
        false,
        "Wait/: 2 for, 2 against, 1 abstained: a tie. The chair decides it by Thu 14 Feb 2030."
    )]
    [InlineData(
        nameof(Vote.For),
        false,
        "Close/Passed: 2 for, 2 against, 1 abstained: a tie. The chair's casting vote was for: passes."
    )]
    [InlineData(
        nameof(Vote.Against),
        false,
        "Close/Failed: 2 for, 2 against, 1 abstained: a tie. The chair's casting vote was against: does not pass."
    )]
    [InlineData(
        null,
        true,
        "Close/Escalated: 2 for, 2 against, 1 abstained: a tie, and no casting vote came in time."
    )]
    public void A_tie_waits_for_the_chair_where_the_rule_says_so(
        string? casting,
        bool over,
        string expected
    )
    {
        var rule = Majority with { Tie = TieRule.Chair };
        Judge(rule, "FFXXA", 10).ShouldStartWith("AskChair/:");
        Judge(
                rule,
                "FFXXA",
                10,
                over,
                RoundPhase.Casting,
                casting: casting is null ? null : Enum.Parse<Vote>(casting)
            )
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData(RoundPhase.Voting)]
    [InlineData(RoundPhase.Casting)]
    public void A_tie_waits_for_no_chair_who_is_not_there(object phase) =>
        Judge(
                Majority with
                {
                    Tie = TieRule.Chair,
                },
                "FFXXA",
                4,
                phase: (RoundPhase)phase,
                chairOut: true
            )
            .ShouldBe(
                "Close/Escalated: 2 for, 2 against, 1 abstained: a tie, and nobody is there to cast the deciding vote."
            );

    [Fact]
    public void A_tie_declines_where_the_rule_says_so() =>
        Judge(Majority with { Tie = TieRule.Decline }, "FFXX", 3)
            .ShouldBe(
                "Close/Failed: 2 for, 2 against, 0 abstained: a tie, which by this program's rule does not pass."
            );
}
