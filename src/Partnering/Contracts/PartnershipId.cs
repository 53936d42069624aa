using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Contracts;

/// <summary>Names a partnership.</summary>
public readonly record struct PartnershipId(Guid Value) : ITypedId<PartnershipId>
{
    public static PartnershipId From(Guid value) => new(value);

    public static PartnershipId New() => new(Guid.CreateVersion7());
}
