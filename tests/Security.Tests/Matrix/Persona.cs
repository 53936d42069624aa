using Banyan.Kernel.Access;
using Banyan.Testing;

namespace Banyan.Security.Tests.Matrix;

/// <summary>What an address names, seen from Nusrat and from the organisation "north".</summary>
internal enum Relation
{
    /// <summary>Nusrat's and Inés's, at north.</summary>
    Own,

    /// <summary>Asha's, at north too.</summary>
    Sibling,

    /// <summary>Lin's, at south.</summary>
    Other,

    /// <summary>A draft that a browser began without an account, at north.</summary>
    Held,

    /// <summary>What belongs to south, under an address of north.</summary>
    Crossed,
    Missing,

    /// <summary>The address names nothing.</summary>
    Nothing,
}

/// <summary>How somebody comes to the site.</summary>
internal enum Coming
{
    Nobody,
    WithDraft,
    SignedIn,
    WithEndedSession,
}

/// <summary>Somebody at the door, with all that the rules of the matrix know of them.</summary>
/// <param name="Applies">Whose applications are theirs; null: nobody's.</param>
/// <param name="Organisation">Where they have a seat today.</param>
internal sealed record Persona(
    string Name,
    Coming Coming,
    Relation? Applies = null,
    string? Organisation = null,
    TeamKind? Team = null,
    bool Chairs = false
)
{
    public const string North = "north";
    public const string South = "south";

    public static readonly Persona Nobody = new("nobody", Coming.Nobody);
    public static readonly Persona Guest = new(
        "a guest with a draft",
        Coming.WithDraft,
        Relation.Held
    );
    public static readonly Persona Nusrat = new(World.Nusrat.Name, Coming.SignedIn, Relation.Own);
    public static readonly Persona Ines = new(World.Ines.Name, Coming.SignedIn, Relation.Own);
    public static readonly Persona Asha = new(World.Asha.Name, Coming.SignedIn, Relation.Sibling);
    public static readonly Persona Lin = new("Lin", Coming.SignedIn, Relation.Other);
    public static readonly Persona Marie = Seated(World.Marie.Name, North, TeamKind.Staff);
    public static readonly Persona Tomas = Seated(World.Tomas.Name, North, TeamKind.WorkGroup);

    /// <summary>Leads the work group.</summary>
    public static readonly Persona Joey = Seated(World.Joey.Name, North, TeamKind.WorkGroup) with
    {
        Chairs = true,
    };

    /// <summary>Sits in the work group and was never asked about any case.</summary>
    public static readonly Persona Noor = Seated("Noor", North, TeamKind.WorkGroup);

    /// <summary>Sits in the work group of north and writes on Nusrat's applications.</summary>
    public static readonly Persona Mika = new(
        "Mika",
        Coming.SignedIn,
        Relation.Own,
        North,
        TeamKind.WorkGroup
    );
    public static readonly Persona Bao = Seated("Bao", North, TeamKind.Board);
    public static readonly Persona Deb = Seated(World.Deb.Name, North, TeamKind.Owners);
    public static readonly Persona Sven = Seated("Sven", South, TeamKind.Staff);
    public static readonly Persona Ravi = Seated("Ravi", South, TeamKind.WorkGroup);
    public static readonly Persona Uma = Seated("Uma", South, TeamKind.WorkGroup) with
    {
        Chairs = true,
    };
    public static readonly Persona Olga = Seated("Olga", South, TeamKind.Owners);
    public static readonly Persona Kwame = new(World.Stranger.Name, Coming.SignedIn);

    /// <summary>Was of the staff of north until a moment ago.</summary>
    public static readonly Persona Petra = new("Petra", Coming.SignedIn);

    /// <summary>Is of the staff of north, with the cookie of a session that has ended.</summary>
    public static readonly Persona Pavel = new("Pavel", Coming.WithEndedSession);

    public static readonly IReadOnlyList<Persona> All =
    [
        Nobody,
        Guest,
        Nusrat,
        Ines,
        Asha,
        Lin,
        Marie,
        Tomas,
        Joey,
        Noor,
        Mika,
        Bao,
        Deb,
        Sven,
        Ravi,
        Uma,
        Olga,
        Kwame,
        Petra,
        Pavel,
    ];

    public string Address =>
        World.Cast.FirstOrDefault(known => known.Name == Name)?.Address
        ?? $"{Name.ToLowerInvariant()}@example.org";

    public bool IsSignedIn => Coming == Coming.SignedIn;

    public bool Sits(string organisation, params ReadOnlySpan<TeamKind> kinds) =>
        Organisation == organisation && Team is { } kind && kinds.Contains(kind);

    public override string ToString() => Name;

    private static Persona Seated(string name, string organisation, TeamKind team) =>
        new(name, Coming.SignedIn, null, organisation, team);
}
