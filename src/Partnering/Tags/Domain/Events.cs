using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Tags.Domain;

internal sealed record CaseTagged(Guid About, string Tag) : DomainEvent(About);

internal sealed record CaseUntagged(Guid About, string Tag) : DomainEvent(About);
