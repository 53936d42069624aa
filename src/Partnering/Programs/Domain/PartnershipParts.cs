using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>How long a partnership lasts: so many months, or to the last day of the edition.</summary>
/// <param name="Months">Null where it ends with the edition.</param>
internal sealed record Term(int? Months, LocalText? Text)
{
    /// <summary>The last day of a partnership that begins on this day. What begins after its edition is over lasts that one day.</summary>
    public LocalDate LastDay(LocalDate begins, Edition? edition) =>
        Months is { } months ? begins.PlusMonths(months).PlusDays(-1)
        : edition?.LastDay is { } last ? LocalDate.Max(begins, last)
        : throw new InvalidOperationException("A term without an end.");
}

/// <summary>Both sides look at the partnership again every so many months.</summary>
internal sealed record PeriodicReview(int EveryMonths, LocalText? Text);

internal sealed record Benefit
{
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required LocalText Title { get; init; }
    public LocalText? Text { get; init; }
    public int? Quantity { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<string> Networks { get; init; } = [];
    public IReadOnlyList<LocalText> Eligible { get; init; } = [];
    public IReadOnlyList<LocalText> NotEligible { get; init; } = [];
}

internal sealed record Commitment
{
    public required string Key { get; init; }
    public required Side Side { get; init; }
    public required LocalText Text { get; init; }
}

internal enum Side
{
    Partner,
    Organisation,
}

internal sealed record ReportForm
{
    public required bool Required { get; init; }
    public LocalText? Intro { get; init; }
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

internal sealed record Contact
{
    public required LocalText Role { get; init; }
    public string? Email { get; init; }
    public string? Web { get; init; }
    public LocalText? Text { get; init; }
}
