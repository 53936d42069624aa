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

    /// <summary>What shows that it was kept; null where either will do.</summary>
    public Evidence? Evidence { get; init; }
    public CommitmentDue? Due { get; init; }
}

internal enum Evidence
{
    Words,
    Link,
}

/// <summary>By when a promise is kept; exactly one of them is given.</summary>
internal sealed record CommitmentDue(
    int? DaysAfterBegin,
    int? DaysBeforeEnd,
    LocalDate? On,
    int? EveryMonths
)
{
    public bool ComesAgain => EveryMonths is not null;

    /// <param name="time">The first, the second and so on; only what comes again has more than one.</param>
    /// <param name="until">The last day of the partnership; null where there is none.</param>
    /// <returns>Null where there is no such day.</returns>
    public LocalDate? Day(int time, LocalDate begins, LocalDate? until)
    {
        if (EveryMonths is { } months)
            // Counted from the first day each time, so that the 31st does not slip to the 28th for good.
            return begins.PlusMonths(months * time) is var day && day > until ? null : day;
        if (time > 1)
            return null;
        return DaysAfterBegin is { } after ? begins.PlusDays(after)
            : DaysBeforeEnd is { } before
                ? until is { } last ? LocalDate.Max(begins, last.PlusDays(-before))
                    : null
            : On is { } on ? LocalDate.Max(begins, on)
            : null;
    }
}

internal enum Side
{
    Partner,
    Organisation,
}

internal sealed record ReportForm
{
    public required bool Required { get; init; }

    /// <summary>Null where it has no day: it may come at any time.</summary>
    public ReportDue? Due { get; init; }
    public LocalText? Intro { get; init; }
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>When a report is due; exactly one of them is given.</summary>
internal sealed record ReportDue(int? WeeksAfterEnd, int? EveryMonths);

internal sealed record Contact
{
    public required LocalText Role { get; init; }
    public string? Email { get; init; }
    public string? Web { get; init; }
    public LocalText? Text { get; init; }
}
