using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.Organisations.Domain;

/// <summary>A day on which the organisation does not work; no business day is counted on it.</summary>
internal sealed class Holiday
{
    public const int LongestName = 200;

    /// <summary>Of one organisation: forty years of many feasts.</summary>
    public const int Most = 2000;

    private Holiday() { }

    public Holiday(LocalDate day, string name) => (Day, Name) = (day, name);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public OrganisationId OrganisationId { get; private init; }
    public LocalDate Day { get; private init; }
    public string Name { get; private init; } = "";
}

internal sealed record NamedDay(LocalDate Day, string Name);
