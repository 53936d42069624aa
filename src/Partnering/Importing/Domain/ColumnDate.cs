using System.Text.RegularExpressions;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>How the dates of a column are written, where a value alone does not say.</summary>
internal enum DayOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>A date in a cell, with what it says about the order of its column.</summary>
/// <param name="DayFirst">Null where it is none, read so.</param>
/// <param name="MonthFirst">The same, read so. Both are equal where there is one reading only.</param>
internal sealed record ColumnDate(LocalDate? DayFirst, LocalDate? MonthFirst, DateProblem? Problem)
{
    public bool IsDate => DayFirst is not null || MonthFirst is not null;

    /// <summary>Two readings that are two days: it has to be asked.</summary>
    public bool IsAmbiguous =>
        DayFirst is not null && MonthFirst is not null && DayFirst != MonthFirst;

    /// <summary>What this value alone decides for its column; null where it decides nothing.</summary>
    public DayOrder? Decides =>
        DayFirst is null && MonthFirst is not null ? DayOrder.MonthFirst
        : DayFirst is not null && MonthFirst is null ? DayOrder.DayFirst
        : null;

    public LocalDate? Read(DayOrder? order) =>
        order switch
        {
            DayOrder.DayFirst => DayFirst,
            DayOrder.MonthFirst => MonthFirst,
            null => IsAmbiguous ? null : DayFirst ?? MonthFirst,
        };
}

/// <summary>Dates as forms and spreadsheets export them: with a time behind, and with the day or the month first.</summary>
internal static partial class ColumnDates
{
    public static ColumnDate Of(string cell)
    {
        var text = Time().Replace(cell.Trim(), "").Trim();
        if (TwoOrders().Match(text) is { Success: true } parts)
        {
            var (first, second, year) = (
                parts.Groups["first"].Value,
                parts.Groups["second"].Value,
                parts.Groups["year"].Value
            );
            var isDayFirst = TypedDate.TryRead(first, second, year, out var day, out var problem);
            var isMonthFirst = TypedDate.TryRead(second, first, year, out var month, out var other);
            return new ColumnDate(
                isDayFirst ? day : null,
                isMonthFirst ? month : null,
                isDayFirst || isMonthFirst ? null
                    : other?.Kind == DateProblemKind.NoSuchDay ? other
                    : problem
            );
        }
        if (TypedDate.TryRead(text, out var date, out var wrong))
            return new ColumnDate(date, date, null);
        // Digits of another script.
        return wrong.Readings.Count == 2
            ? new ColumnDate(wrong.Readings[0], wrong.Readings[1], null)
            : new ColumnDate(null, null, wrong);
    }

    /// <summary>The order that the values themselves decide; null where they decide none, or say both.</summary>
    public static DayOrder? OrderOf(IEnumerable<ColumnDate> dates)
    {
        var said = dates.Select(date => date.Decides).OfType<DayOrder>().Distinct().ToList();
        return said.Count == 1 ? said[0] : null;
    }

    [GeneratedRegex(
        @"(,|T| +at)? *[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?([.,][0-9]+)? *([AaPp]\.?[Mm]\.?)? *(Z|UTC|GMT|[A-Z]{3,4})? *([+\-][0-9]{1,2}(:?[0-9]{2})?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,2}) ?[/.\- ] ?(?<second>[0-9]{1,2}) ?[/.\- ] ?(?<year>[0-9]{4})$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex TwoOrders();
}
