using Banyan.Kernel.Domain;

namespace Banyan.Membership.Contracts;

public readonly record struct TeamId(Guid Value) : ITypedId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public static TeamId New() => new(Guid.CreateVersion7());
}
