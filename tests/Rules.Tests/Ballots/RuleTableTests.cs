using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using static Banyan.Rules.Tests.Ballots.RuleTable;

namespace Banyan.Rules.Tests.Ballots;

/// <summary>Consensus, share and fast lane by example, with the sentence that people read.</summary>
public sealed class RuleTableTests
{
    private static readonly DecisionRule.ShareFor Share = new(30, 10, Early: false);

    [Theory]
    [InlineData(
        "FFF----",
        4,
        false,
        "Wait/: 3 for, 0 against on day 4: stays open to objections until Thu 14 Feb 2030, then passes."
    )]
    [InlineData(
        "FFF----",
        10,
        true,
        "Close/Passed: 3 for, none against by the end of day 10: consensus."
    )]
    [InlineData("FFAAA--", 10, true, "Close/Escalated: 2 of 3 needed for: no consensus.")]
    [InlineData("FF-----", 10, true, "Close/Escalated: 2 of 3 needed for: no consensus.")]
    [InlineData(
        "FF-----",
        9,
        false,
        "Wait/: 2 of 3 needed for, none against on day 9: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "-------",
        1,
        false,
        "Wait/: 0 of 3 needed for, none against on day 1: open until Thu 14 Feb 2030."
    )]
    [InlineData("FFFX---", 2, false, "Discuss/: 1 against on day 2: a discussion is open.")]
    [InlineData(
        "FFF",
        3,
        false,
        "Close/Passed: 3 for, none against, and everybody has voted: consensus."
    )]
    [InlineData("FFA", 3, false, "Close/Escalated: 2 of 3 needed for: no consensus.")]
    [InlineData(
        "FFS-R",
        3,
        false,
        "Wait/: 2 of 3 needed for, none against on day 3: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "FFRRR",
        3,
        false,
        "Close/Escalated: 2 may vote (3 recused) and the rule needs 3: it cannot come to a result."
    )]
    public void Lazy_consensus(string seats, int day, bool over, string expected) =>
        Judge(Lazy, seats, day, over).ShouldBe(expected);

    [Fact]
    public void Lazy_consensus_passes_at_once_where_the_rule_is_early() =>
        Judge(Lazy with { Early = true }, "FFF----", 4)
            .ShouldBe(
                "Close/Passed: 3 for, none against on day 4: consensus, which by this program's rule needs no more waiting."
            );

    [Theory]
    [InlineData(
        "FFFX---",
        false,
        "Wait/: In discussion until Thu 14 Feb 2030: 3 for, 1 against. It passes if nobody is against at the end and 3 are for."
    )]
    [InlineData(
        "FFFA---",
        true,
        "Close/Passed: 3 for, none against after the discussion: full consensus."
    )]
    [InlineData(
        "FFFFFFF",
        false,
        "Close/Passed: 7 for, none against after the discussion: full consensus."
    )]
    [InlineData(
        "FFFX---",
        true,
        "Close/Escalated: 1 still against after the discussion: no full consensus."
    )]
    [InlineData("FFA----", true, "Close/Escalated: 2 of 3 needed for: no consensus.")]
    [InlineData(
        "FFFFFFX",
        false,
        "Wait/: In discussion until Thu 14 Feb 2030: 6 for, 1 against. It passes if nobody is against at the end and 3 are for."
    )]
    public void After_an_objection_only_full_consensus_passes(
        string seats,
        bool over,
        string expected
    ) => Judge(Lazy, seats, 10, over, RoundPhase.Discussion).ShouldBe(expected);

    [Theory]
    [InlineData(
        "FFF-------",
        true,
        "Close/Passed: 3 for and 3 needed (30 % of those who may vote and did not abstain): passes."
    )]
    [InlineData(
        "FFX-------",
        true,
        "Close/Failed: 2 for and 3 needed (30 % of those who may vote and did not abstain): does not pass."
    )]
    [InlineData(
        "FFAAAA----",
        true,
        "Close/Passed: 2 for and 2 needed (30 % of those who may vote and did not abstain): passes."
    )]
    [InlineData(
        "FFXX------",
        false,
        "Wait/: 2 of 3 needed for (30 % of those who may vote and do not abstain) on day 5: open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "FFFXX-----",
        false,
        "Wait/: 3 for and 3 needed: the share of 30 % is reached on day 5; open until Thu 14 Feb 2030."
    )]
    [InlineData(
        "AAA",
        false,
        "Close/Failed: 0 for and 1 needed (30 % of those who may vote and did not abstain): does not pass."
    )]
    public void A_share_of_the_voting_members(string seats, bool over, string expected) =>
        Judge(Share, seats, 5, over).ShouldBe(expected);

    [Theory]
    [InlineData(
        "----",
        false,
        "Wait/: Nobody has objected on day 3: passes on Thu 14 Feb 2030 unless somebody does."
    )]
    [InlineData("----", true, "Close/Passed: Nobody objected by the end of day 7: passes.")]
    [InlineData("FAFA", false, "Close/Passed: Nobody objected by the end of day 7: passes.")]
    [InlineData(
        "FX--",
        false,
        "Close/Objected: 1 against on day 3: the fast lane ends, and the ordinary rule follows."
    )]
    public void The_fast_lane(string seats, bool over, string expected) =>
        Judge(new DecisionRule.NoObjection(7, Lazy), seats, 3, over).ShouldBe(expected);

    [Fact]
    public void What_if_counts_down_to_the_first_that_leaves_too_few()
    {
        WhatIf
            .Of(Lazy, 5)
            .Select(line => line.Sentence)
            .ShouldBe([
                "If 1 recuse: 4 of 5 left, 3 needed, still valid.",
                "If 2 recuse: 3 of 5 left, 3 needed, still valid.",
                "If 3 recuse: 2 of 5 left, 3 needed, no longer valid.",
            ]);
        WhatIf.Of(Majority, 3).Select(line => line.Needed).ShouldBe([2, 1, 1]);
    }

    [Theory]
    [InlineData(5, 3, 4)]
    [InlineData(6, 4, 4)]
    [InlineData(10, 6, 7)]
    [InlineData(12, 7, 8)]
    [InlineData(1, 1, 1)]
    public void A_quorum_is_counted_of_those_who_may_vote(int eligible, int half, int twoThirds)
    {
        Quorum.HalfPlusOne.Of(eligible).ShouldBe(half);
        Quorum.TwoThirds.Of(eligible).ShouldBe(twoThirds);
        new Quorum(QuorumKind.Votes, 4).Of(eligible).ShouldBe(4);
    }
}
