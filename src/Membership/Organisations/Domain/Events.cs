using Banyan.Kernel.Domain;

namespace Banyan.Membership.Organisations.Domain;

internal sealed record OrganisationFounded(Guid About, string Slug, string Name)
    : DomainEvent(About);
