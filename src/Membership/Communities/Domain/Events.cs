using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;

namespace Banyan.Membership.Communities.Domain;

internal sealed record CommunityListed(Guid About, string Slug, string Name) : DomainEvent(About);

internal sealed record CommunityMemberAdmitted(Guid About, Guid Member, CommunityRole Role)
    : DomainEvent(About);
