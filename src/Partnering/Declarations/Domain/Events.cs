using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Declarations.Domain;

internal sealed record ConflictDeclared(Guid About, Guid Member, string Conflict)
    : DomainEvent(About);

internal sealed record ConflictWaived(Guid About, Guid Member, string Reason) : DomainEvent(About);
