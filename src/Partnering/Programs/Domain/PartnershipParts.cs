using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>How long a partnership lasts: so many months, to the last day of the edition, or until either side ends it.</summary>
/// <param name="Months">Null where it ends with the edition, or is open.</param>
/// <param name="Open">It has no last day.</param>
internal sealed record Term(int? Months, bool Open, LocalText? Text)
{
    public bool EndsWithEdition => Months is null && !Open;

    /// <summary>The last day of a partnership that begins on this day; null where it is open. What begins after its edition is over lasts that one day.</summary>
    public LocalDate? LastDay(LocalDate begins, Edition? edition) =>
        Open ? null
        : Months is { } months ? begins.PlusMonths(months).PlusDays(-1)
        : edition?.LastDay is { } last ? LocalDate.Max(begins, last)
        : throw new InvalidOperationException("The edition has no last day.");
}

/// <summary>Both sides look at the partnership again every so many months.</summary>
internal sealed record PeriodicReview(int EveryMonths, LocalText? Text)
{
    /// <summary>The next day after <paramref name="today"/> on which both sides look again at what began on <paramref name="begins"/>.</summary>
    public LocalDate NextAfter(LocalDate begins, LocalDate today)
    {
        var months = Math.Max(0, Period.Between(begins, today, PeriodUnits.Months).Months);
        // Counted from the first day each time, so that what began on the 31st does not slip to the 28th for good.
        return begins.PlusMonths((months / EveryMonths + 1) * EveryMonths);
    }
}

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
