using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>One move of a partnership, with the words that both sides read about it.</summary>
internal sealed class PartnershipStep
{
    private PartnershipStep() { }

    internal PartnershipStep(
        int position,
        PartnershipCommand by,
        PartnershipState from,
        PartnerSide? side,
        Actor actor,
        Grounds grounds,
        Instant now
    ) =>
        (Position, By, From, Side, Name, Words, Clause, ConductCase, At) = (
            position,
            by,
            from,
            side,
            actor.Name,
            grounds.Words,
            grounds.Clause,
            grounds.ConductCase,
            now
        );

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }

    /// <summary>The first is 0: several may be taken at one instant.</summary>
    public int Position { get; private init; }
    public PartnershipCommand By { get; private init; }
    public PartnershipState From { get; private init; }

    /// <summary>Who took it; null where it was a rule.</summary>
    public PartnerSide? Side { get; private init; }

    /// <summary>As they were called then.</summary>
    public string Name { get; private init; } = "";
    public string Words { get; private init; } = "";

    /// <summary>The title of the clause that it rests on; empty where it rests on none.</summary>
    public string Clause { get; private init; } = "";

    /// <summary>The code name of a case of conduct; empty where there is none. More of it is nobody's here.</summary>
    public string ConductCase { get; private init; } = "";
    public Instant At { get; private init; }
}

/// <summary>Why something is done to a partnership.</summary>
/// <param name="Words">Both sides read them.</param>
/// <param name="Clause">The title of the clause that it rests on; may be empty.</param>
/// <param name="ConductCase">The code name of a case of conduct; may be empty.</param>
internal sealed record Grounds(string Words, string Clause = "", string ConductCase = "")
{
    /// <summary>Characters of the words.</summary>
    public const int Most = 4000;

    /// <summary>Characters of a code name.</summary>
    public const int MostCode = 40;

    public static readonly Grounds None = new("");

    public Refusal? Against =>
        Words.Trim().Length == 0 ? PartnershipRefusals.SayWhy
        : Words.Length > Most ? PartnershipRefusals.GroundsTooLong(Words.Length)
        : ConductCase.Length > MostCode ? PartnershipRefusals.CodeNameTooLong
        : null;

    public Grounds Trimmed => this with { Words = Words.Trim(), ConductCase = ConductCase.Trim() };
}
