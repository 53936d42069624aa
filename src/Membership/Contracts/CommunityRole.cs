namespace Banyan.Membership.Contracts;

/// <summary>What a person may do for a community.</summary>
public enum CommunityRole
{
    /// <summary>Speaks for it: applies, accepts clauses, steps back.</summary>
    Owner,

    /// <summary>Writes, but accepts nothing in its name.</summary>
    Editor,
    Viewer,
}
