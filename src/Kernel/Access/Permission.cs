namespace Banyan.Kernel.Access;

/// <summary>What one may do, by name; held by kinds of teams within their organisation. Declared once and used as gate, as button and as a line of docs/permissions.md.</summary>
/// <param name="Name">Noun and verb, as in <c>case.decide</c>.</param>
/// <param name="Says">What it allows, for the docs.</param>
public sealed record Permission(string Name, string Says, params IReadOnlyList<TeamKind> HeldBy)
{
    /// <summary>Only those hold it who lead a team of these kinds.</summary>
    public bool ChairsOnly { get; init; }

    /// <summary>Besides, whoever leads a team of these kinds holds it.</summary>
    public IReadOnlyList<TeamKind> ChairsToo { get; init; } = [];
}

/// <summary>The kinds of teams; a team is one of these with a name and members.</summary>
public enum TeamKind
{
    Owners,
    Staff,
    WorkGroup,
    Board,
}
