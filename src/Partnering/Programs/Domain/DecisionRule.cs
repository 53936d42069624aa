using System.Text.Json.Serialization;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>How a body decides, as data in the program version. Days are 24 hours each.</summary>
[JsonDerivedType(typeof(LazyConsensus), "lazyConsensus")]
[JsonDerivedType(typeof(Majority), "majority")]
[JsonDerivedType(typeof(ShareFor), "shareFor")]
[JsonDerivedType(typeof(NoObjection), "noObjection")]
[JsonDerivedType(typeof(Staff), "staff")]
internal abstract record DecisionRule
{
    private DecisionRule() { }

    /// <summary>Passes with <paramref name="For"/> votes for and none against when <paramref name="WithinDays"/> are over, or at once when <paramref name="Early"/>.
    /// The first vote against opens a discussion of at most <paramref name="DiscussionBusinessDays"/>; after it only a vote without any "against" passes, else the next body is asked.</summary>
    internal sealed record LazyConsensus(
        int For,
        int WithinDays,
        int DiscussionBusinessDays,
        bool Early
    ) : DecisionRule;

    /// <summary>Passes when enough took part and enough of them are for, when <paramref name="WithinDays"/> are over, or as soon as no missing vote can change it when <paramref name="Early"/>.</summary>
    /// <param name="ExtendDays">Once, when the quorum is missing at the end; 0: never.</param>
    internal sealed record Majority(
        CountOf Of,
        Quorum Quorum,
        Threshold Threshold,
        TieRule Tie,
        int WithinDays,
        int ExtendDays,
        bool Early
    ) : DecisionRule;

    /// <summary>Passes when at least this share of the voting members is for; whoever abstains is left out of the whole.</summary>
    internal sealed record ShareFor(int Percent, int WithinDays, bool Early) : DecisionRule;

    /// <summary>Passes when nobody objects in time; one objection turns it into <paramref name="Otherwise"/>.</summary>
    internal sealed record NoObjection(int WithinDays, DecisionRule Otherwise) : DecisionRule;

    /// <summary>Staff decides, where <paramref name="Second"/> a second person confirms.</summary>
    internal sealed record Staff(bool Second) : DecisionRule;

    /// <summary>How long a round under it is open at first; 0 where there is no round.</summary>
    public int OpenDays =>
        this switch
        {
            LazyConsensus rule => rule.WithinDays,
            Majority rule => rule.WithinDays,
            ShareFor rule => rule.WithinDays,
            NoObjection rule => rule.WithinDays,
            Staff => 0,
            _ => throw new InvalidOperationException("A rule of no known kind."),
        };
}

/// <summary>Of what a majority is counted: those who took part, or all who may vote.</summary>
internal enum CountOf
{
    Present,
    Eligible,
}

/// <summary>
/// Simple: more than half of the votes for and against (of all who may vote without the abstentions, where all are counted).
/// Absolute: more than half with the abstentions counted. Two thirds: at least, of the same whole as simple.
/// </summary>
internal enum Threshold
{
    Simple,
    Absolute,
    TwoThirds,
}

/// <summary>What follows when exactly half is for.</summary>
internal enum TieRule
{
    Escalate,
    Chair,
    Decline,
}

/// <summary>How many have to take part.</summary>
internal sealed record Quorum(QuorumKind Kind, int Votes = 0)
{
    public static readonly Quorum HalfPlusOne = new(QuorumKind.HalfPlusOne);
    public static readonly Quorum TwoThirds = new(QuorumKind.TwoThirds);

    public int Of(int eligible) =>
        Kind switch
        {
            QuorumKind.HalfPlusOne => (eligible / 2) + 1,
            QuorumKind.TwoThirds => ((2 * eligible) + 2) / 3,
            QuorumKind.Votes => Votes,
        };
}

internal enum QuorumKind
{
    HalfPlusOne,
    TwoThirds,
    Votes,
}
