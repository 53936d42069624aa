using Banyan.Kernel.Domain;

namespace Banyan.Membership.Organisations.Domain;

internal sealed record OrganisationFounded(Guid About, string Slug, string Name)
    : DomainEvent(About);

internal sealed record OrganisationChanged(Guid About, string Name) : DomainEvent(About);

internal sealed record HolidaysAdded(Guid About, IReadOnlyList<string> Days) : DomainEvent(About);

internal sealed record HolidayRemoved(Guid About, string Day) : DomainEvent(About);
