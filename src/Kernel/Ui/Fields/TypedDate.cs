using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>A date as a person typed it, kept as typed until it is understood, so that a slip is shown again and not lost.</summary>
public sealed record TypedDate(string? Day, string? Month, string? Year)
{
    public static readonly TypedDate Empty = new(null, null, null);

    public static TypedDate Of(LocalDate date) =>
        new(
            date.Day.ToString(CultureInfo.InvariantCulture),
            date.Month.ToString(CultureInfo.InvariantCulture),
            date.Year.ToString("0000", CultureInfo.InvariantCulture)
        );

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Day)
        && string.IsNullOrWhiteSpace(Month)
        && string.IsNullOrWhiteSpace(Year);

    /// <summary>
    /// The date, or null when it is none. Takes three numbers in any script's digits, a month by its name in the reader's
    /// language or in English, or a whole ISO date in one of the three. Years have four digits: "28" is asked about, not guessed.
    /// </summary>
    public LocalDate? Read()
    {
        foreach (var whole in (ReadOnlySpan<string?>)[Day, Month, Year])
        {
            if (LocalDatePattern.Iso.Parse(Western(whole)).TryGetValue(default, out var iso))
                return iso;
        }
        if (
            Number(Year) is not { } year
            || Number(Day) is not { } day
            || ReadMonth() is not { } month
        )
            return null;
        var isDate = year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1;
        return isDate && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private int? ReadMonth() =>
        Number(Month)
        ?? MonthNamed(CultureInfo.CurrentUICulture)
        ?? MonthNamed(CultureInfo.InvariantCulture);

    private int? MonthNamed(CultureInfo culture)
    {
        var typed = Month?.Trim();
        if (string.IsNullOrEmpty(typed))
            return null;
        var names = culture.DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            if (
                string.Equals(names.GetMonthName(month), typed, StringComparison.OrdinalIgnoreCase)
                || string.Equals(
                    names.GetAbbreviatedMonthName(month),
                    typed,
                    StringComparison.OrdinalIgnoreCase
                )
            )
                return month;
        }
        return null;
    }

    private static int? Number(string? typed) =>
        int.TryParse(
            Western(typed),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>Bangla, Devanagari and other decimal digits as 0 to 9, other characters as they are.</summary>
    private static string Western(string? typed) =>
        string.Concat(
            (typed ?? "")
                .Trim()
                .Select(character =>
                    char.IsDigit(character)
                        ? (char)('0' + (int)char.GetNumericValue(character))
                        : character
                )
        );
}
