using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Acknowledgements.Domain;

internal readonly record struct CampaignId(Guid Value) : ITypedId<CampaignId>
{
    public static CampaignId From(Guid value) => new(value);

    public static CampaignId New() => new(Guid.CreateVersion7());
}
