namespace Banyan.Kernel.Domain;

/// <summary>An id that cannot be mistaken for another kind of id. Values are UUIDv7, so that they sort by age.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId New() => new(Guid.CreateVersion7());
}

public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    public static OrganisationId New() => new(Guid.CreateVersion7());
}

public readonly record struct CommunityId(Guid Value) : ITypedId<CommunityId>
{
    public static CommunityId From(Guid value) => new(value);

    public static CommunityId New() => new(Guid.CreateVersion7());
}
