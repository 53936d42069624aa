using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>One thing that the leaving of a partnership leads to.</summary>
internal sealed class PartnershipConsequence
{
    /// <summary>Characters of what shows that it was done.</summary>
    public const int Most = 2000;

    private PartnershipConsequence() { }

    internal PartnershipConsequence(int position, Consequence consequence, Instant now)
    {
        (Position, Key, Words, Owner, Due, At) = (
            position,
            consequence.Key,
            consequence.Words,
            consequence.Owner,
            consequence.Due,
            now
        );
        if (consequence.Proof is { } proof)
            Settle(proof, Actor.Rule, now);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }
    public int Position { get; private init; }
    public string Key { get; private init; } = "";
    public string Words { get; private init; } = "";
    public PartnerSide Owner { get; private init; }
    public LocalDate Due { get; private init; }
    public Instant At { get; private init; }
    public Instant? DoneAt { get; private set; }

    /// <summary>As they were called then.</summary>
    public string DoneBy { get; private set; } = "";
    public string Proof { get; private set; } = "";

    internal void Settle(string proof, Actor actor, Instant now) =>
        (Proof, DoneBy, DoneAt) = (proof, actor.Name, now);
}
