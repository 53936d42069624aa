using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Partnering.Contracts;

/// <summary>A partnership as one of its two sides sees it at this moment.</summary>
public sealed record PartnerView
{
    public required PartnershipId Id { get; init; }

    /// <summary>The public name, in addresses.</summary>
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required OrganisationFacts Organisation { get; init; }
    public required string Program { get; init; }
    public required string? Edition { get; init; }
    public required string? Website { get; init; }
    public required string? Place { get; init; }
    public required LocalDate Begins { get; init; }

    /// <summary>The last day of the term; null where it stands until either side ends it.</summary>
    public required LocalDate? Until { get; init; }

    /// <summary>The promises of both sides hold today.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>What was promised on the day of approval.</summary>
    public required IReadOnlyList<PromisedBenefit> Benefits { get; init; }

    /// <summary>On which side the reader stands; null where nobody reads, as in work.</summary>
    public required PartnerSide? Side { get; init; }
    public required Actor Actor { get; init; }
    public required Instant Now { get; init; }

    /// <summary>By the clock of the organisation.</summary>
    public LocalDate Today => Now.InZone(Organisation.Zone).Date;
}

public enum PartnerSide
{
    Partner,
    Organisation,
}

/// <summary>A benefit as it was promised.</summary>
/// <param name="Quantity">Of <paramref name="Unit"/>; null where it is not counted.</param>
public sealed record PromisedBenefit(
    string Key,
    string Kind,
    LocalText Title,
    LocalText? Text,
    int? Quantity,
    string? Unit
);
