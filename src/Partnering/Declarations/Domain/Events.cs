using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Declarations.Domain;

internal sealed record ConflictDeclared(Guid About, Guid Member, string Conflict)
    : DomainEvent(About);

internal sealed record ConflictWaived(Guid About, Guid Member, string Reason) : DomainEvent(About);

/// <summary>Names neither who doubted nor about whom: the history is read by more than those who may know.</summary>
internal sealed record ChallengeMade(Guid About, Guid Challenge) : DomainEvent(About);

internal sealed record ChallengeUpheld(Guid About, Guid Challenge) : DomainEvent(About);

internal sealed record ChallengeRefused(Guid About, Guid Challenge) : DomainEvent(About);
