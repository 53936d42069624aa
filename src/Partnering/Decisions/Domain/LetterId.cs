using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Decisions.Domain;

internal readonly record struct LetterId(Guid Value) : ITypedId<LetterId>
{
    public static LetterId From(Guid value) => new(value);

    public static LetterId New() => new(Guid.CreateVersion7());
}
