using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;

namespace Banyan.Membership.Teams.Domain;

internal sealed record TeamFormed(Guid About, string Slug, string Name, TeamKind Kind)
    : DomainEvent(About);

internal sealed record TeamMemberAdded(Guid About, Guid Member, bool Voting, bool Chair)
    : DomainEvent(About);

/// <param name="Reason">Which rule ended the seat; null where a person did.</param>
internal sealed record TeamMemberRemoved(Guid About, Guid Member, string? Reason)
    : DomainEvent(About)
{
    public const string TermOver = "term-over";
    public const string NotConfirmed = "not-confirmed";
}

internal sealed record TeamMemberConfirmed(Guid About, Guid Member) : DomainEvent(About);

/// <param name="Ends">ISO 8601; null where the seat has no term.</param>
internal sealed record TeamSeatChanged(Guid About, Guid Member, string Region, string? Ends)
    : DomainEvent(About);

internal sealed record TeamRegionsChanged(Guid About, string Regions) : DomainEvent(About);
