using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Acknowledgements.Domain;

internal sealed record CampaignBegun(Guid About, IReadOnlyList<string> Clauses, int Partners)
    : DomainEvent(About);

internal sealed record CampaignReminded(Guid About) : DomainEvent(About);

internal sealed record CampaignEnded(Guid About) : DomainEvent(About);
