using Banyan.Kernel.Domain;

namespace Banyan.Membership.Setup.Domain;

internal sealed record SiteSetUp(Guid About, Guid Owner) : DomainEvent(About);
