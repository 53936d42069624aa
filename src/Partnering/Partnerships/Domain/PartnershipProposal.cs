using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What one person of the organisation proposes to do to a partnership and a second one has to confirm.</summary>
internal sealed class PartnershipProposal
{
    private PartnershipProposal() { }

    internal PartnershipProposal(
        ProposalKind kind,
        Grounds grounds,
        LocalDate? answerBy,
        Actor actor,
        Instant now
    ) =>
        (Kind, Words, Clause, ConductCase, AnswerBy, By, ByName, At) = (
            kind,
            grounds.Words,
            grounds.Clause,
            grounds.ConductCase,
            answerBy,
            actor.Person!.Value,
            actor.Name,
            now
        );

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }
    public ProposalKind Kind { get; private init; }
    public string Words { get; private init; } = "";
    public string Clause { get; private init; } = "";
    public string ConductCase { get; private init; } = "";

    /// <summary>The last day on which the partner is heard; null where it is urgent, and nobody waits.</summary>
    public LocalDate? AnswerBy { get; private init; }
    public PersonId By { get; private init; }
    public string ByName { get; private init; } = "";
    public Instant At { get; private init; }

    /// <summary>What the partner says to it; empty while they have said nothing.</summary>
    public string Answer { get; private set; } = "";
    public Instant? AnsweredAt { get; private set; }

    /// <summary>When it was confirmed or dropped.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Who confirmed it; null while nobody has, and where it was dropped.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>1 while it is open, else null: at most one of a partnership is.</summary>
    public int? OpenKey { get; private set; } = 1;

    public Grounds Grounds => new(Words, Clause, ConductCase);

    /// <summary>The partner was told of it, and reads what comes of it.</summary>
    public bool IsKnown => AnswerBy is not null;

    internal void Hear(string words, Instant now) => (Answer, AnsweredAt) = (words, now);

    internal void End(PersonId? confirmedBy, Instant now) =>
        (ConfirmedBy, EndedAt, OpenKey) = (confirmedBy, now, null);
}

internal enum ProposalKind
{
    /// <summary>Pause it at once, without having looked at it together.</summary>
    SuspendAtOnce,
    Revoke,
}
