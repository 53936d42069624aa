namespace Banyan.Partnering.Programs.Domain;

/// <summary>How a body decides, as data in the program version.</summary>
internal abstract record DecisionRule
{
    private DecisionRule() { }

    /// <summary>Passes with <paramref name="For"/> votes for and none against when <paramref name="WithinDays"/> are over, or at once when <paramref name="Early"/>.
    /// The first vote against opens a discussion of at most <paramref name="DiscussionBusinessDays"/>; after it only a vote without any "against" passes.</summary>
    internal sealed record LazyConsensus(int For, int WithinDays, int DiscussionBusinessDays, bool Early) : DecisionRule;

    /// <summary>Staff decides, where <paramref name="Second"/> a second person confirms.</summary>
    internal sealed record Staff(bool Second) : DecisionRule;
}
