using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>How a body decides: exactly one of the kinds of rules.</summary>
internal static class RuleShapes
{
    private static readonly ObjectShape<DecisionRule.LazyConsensus> s_lazyConsensus = new(fields =>
    {
        var votes = fields.Required("for", Common.Number(1, 100), rule => rule.For);
        var within = fields.Required("withinDays", Common.Number(1, 120), rule => rule.WithinDays);
        var discussion = fields.Required(
            "discussionBusinessDays",
            Common.Number(1, 60),
            rule => rule.DiscussionBusinessDays
        );
        var early = fields.Optional("early", Common.TrueOrFalse, rule => rule.Early, absent: false);
        return values => new DecisionRule.LazyConsensus(
            values.Of(votes),
            values.Of(within),
            values.Of(discussion),
            values.Of(early)
        );
    });

    private static readonly ObjectShape<Quorum> s_quorum = new(
        fields =>
        {
            var share = fields.MaybeValue(
                "share",
                Choice.Of(QuorumKind.Votes),
                quorum => quorum.Kind == QuorumKind.Votes ? null : quorum.Kind
            );
            var votes = fields.MaybeValue(
                "votes",
                Common.Number(1, 100),
                quorum => quorum.Kind == QuorumKind.Votes ? quorum.Votes : null
            );
            return values =>
                values.Of(votes) is { } fixedVotes
                    ? new Quorum(QuorumKind.Votes, fixedVotes)
                    : new Quorum(values.Of(share)!.Value);
        },
        oneOnly: true
    );

    private static readonly ObjectShape<DecisionRule.Majority> s_majority = new(fields =>
    {
        var of = fields.Required("of", Choice.Of<CountOf>(), rule => rule.Of);
        var quorum = fields.Required("quorum", s_quorum, rule => rule.Quorum);
        var threshold = fields.Required(
            "threshold",
            Choice.Of<Threshold>(),
            rule => rule.Threshold
        );
        var tie = fields.Required("tie", Choice.Of<TieRule>(), rule => rule.Tie);
        var within = fields.Required("withinDays", Common.Number(1, 120), rule => rule.WithinDays);
        var extend = fields.Optional(
            "extendDays",
            Common.Number(0, 60),
            rule => rule.ExtendDays,
            absent: 0
        );
        var early = fields.Optional("early", Common.TrueOrFalse, rule => rule.Early, absent: false);
        return values => new DecisionRule.Majority(
            values.Of(of),
            values.Of(quorum),
            values.Of(threshold),
            values.Of(tie),
            values.Of(within),
            values.Of(extend),
            values.Of(early)
        );
    });

    private static readonly ObjectShape<DecisionRule.ShareFor> s_shareFor = new(fields =>
    {
        var percent = fields.Required(
            "atLeastPercent",
            Common.Number(1, 100),
            rule => rule.Percent
        );
        var within = fields.Required("withinDays", Common.Number(1, 120), rule => rule.WithinDays);
        var early = fields.Optional("early", Common.TrueOrFalse, rule => rule.Early, absent: false);
        return values => new DecisionRule.ShareFor(
            values.Of(percent),
            values.Of(within),
            values.Of(early)
        );
    });

    private static readonly ObjectShape<DecisionRule.Staff> s_staff = new(fields =>
    {
        var second = fields.Optional(
            "second",
            Common.TrueOrFalse,
            rule => rule.Second,
            absent: false
        );
        return values => new DecisionRule.Staff(values.Of(second));
    });

    /// <summary>What may follow an objection in the fast lane.</summary>
    private static readonly ObjectShape<DecisionRule> s_ordinary = new(
        fields =>
        {
            var voting = Voting(fields);
            return values => voting(values)!;
        },
        oneOnly: true
    );

    private static readonly ObjectShape<DecisionRule.NoObjection> s_noObjection = new(fields =>
    {
        var within = fields.Required("withinDays", Common.Number(1, 60), rule => rule.WithinDays);
        var otherwise = fields.Required("otherwise", s_ordinary, rule => rule.Otherwise);
        return values => new DecisionRule.NoObjection(values.Of(within), values.Of(otherwise));
    });

    public static readonly ObjectShape<DecisionRule> Rule = new(
        fields =>
        {
            var voting = Voting(fields);
            var noObjection = fields.Maybe(
                "noObjection",
                s_noObjection,
                rule => rule as DecisionRule.NoObjection
            );
            var staff = fields.Maybe("staff", s_staff, rule => rule as DecisionRule.Staff);
            return values =>
                voting(values) ?? (DecisionRule?)values.Of(noObjection) ?? values.Of(staff)!;
        },
        oneOnly: true
    );

    private static Func<FieldValues, DecisionRule?> Voting(Fields<DecisionRule> fields)
    {
        var lazyConsensus = fields.Maybe(
            "lazyConsensus",
            s_lazyConsensus,
            rule => rule as DecisionRule.LazyConsensus
        );
        var majority = fields.Maybe("majority", s_majority, rule => rule as DecisionRule.Majority);
        var share = fields.Maybe("shareFor", s_shareFor, rule => rule as DecisionRule.ShareFor);
        return values =>
            (DecisionRule?)values.Of(lazyConsensus)
            ?? (DecisionRule?)values.Of(majority)
            ?? values.Of(share);
    }
}
