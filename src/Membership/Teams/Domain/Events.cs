using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;

namespace Banyan.Membership.Teams.Domain;

internal sealed record TeamFormed(Guid About, string Slug, string Name, TeamKind Kind)
    : DomainEvent(About);

internal sealed record TeamMemberAdded(Guid About, Guid Member, bool Voting, bool Chair)
    : DomainEvent(About);

internal sealed record TeamMemberRemoved(Guid About, Guid Member) : DomainEvent(About);
