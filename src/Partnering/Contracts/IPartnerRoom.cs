using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Contracts;

/// <summary>What another room adds to a partnership. Each is asked within the commit or the page of this room, so it reads and changes through the same database.</summary>
public interface IPartnerRoom
{
    /// <summary>It begins, in the commit of its letter.</summary>
    Task<Outcome> BeganAsync(PartnerView partner, CancellationToken ct);

    /// <summary>It is left, in the same commit: what this room takes back by itself, and what people have to do.</summary>
    /// <param name="forGood">False where it is only suspended.</param>
    Task<PartnerLeft> LeftAsync(PartnerView partner, bool forGood, CancellationToken ct);

    /// <summary>It goes on after all, or again: what was held is free.</summary>
    Task<Outcome> CameBackAsync(PartnerView partner, CancellationToken ct);

    /// <summary>What both sides see of it on the page of the partnership.</summary>
    Task<IReadOnlyList<PartnerPanel>> PanelsAsync(PartnerView partner, CancellationToken ct);
}

/// <param name="Outcome">What was done at once.</param>
/// <param name="Consequences">Each an item on the list of the leaving.</param>
public sealed record PartnerLeft(Outcome Outcome, IReadOnlyList<Consequence> Consequences);

/// <summary>One thing that a leaving leads to.</summary>
/// <param name="Key">Names it within the partnership, such as <c>coupons</c>; stable.</param>
/// <param name="Words">What is to be done or was done, as a sentence.</param>
/// <param name="Owner">The side that does it.</param>
/// <param name="Due">By the calendar of the organisation.</param>
/// <param name="Proof">What shows that it was done; null while it is not.</param>
public sealed record Consequence(
    string Key,
    string Words,
    PartnerSide Owner,
    LocalDate Due,
    string? Proof
);

/// <summary>A short part of the page of a partnership, which leads to a page of its own.</summary>
public sealed record PartnerPanel(
    string Title,
    IReadOnlyList<string> Lines,
    string Link,
    string Href
);
