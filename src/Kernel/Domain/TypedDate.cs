using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NodaTime;

namespace Banyan.Kernel.Domain;

/// <summary>Reads a date as people type it: three fields, or one text in any of them. A date with two readings is never guessed.</summary>
public static class TypedDate
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;
    private const int MaxLength = 60;

    private static readonly string[] MonthNames =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] DayNames =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    public static bool TryRead(
        string? text,
        out LocalDate date,
        [NotNullWhen(false)] out DateProblem? problem
    ) => TryRead(text, null, null, out date, out problem);

    /// <param name="day">Or the whole date.</param>
    /// <param name="month">A number or an English name, three letters at least; or the whole date.</param>
    /// <param name="year">Four digits; or the whole date.</param>
    public static bool TryRead(
        string? day,
        string? month,
        string? year,
        out LocalDate date,
        [NotNullWhen(false)] out DateProblem? problem
    )
    {
        date = default;
        var fields = new[] { day, month, year }.Select(field => Plain(field ?? "")).ToArray();
        var filled = fields.Where(field => field.Length > 0).ToArray();
        var tokens = filled.Length == 1 ? Tokens(filled[0]) : [];
        problem =
            tokens.Count >= 3
                ? Whole(tokens, ref date)
                : Parts(fields[0], fields[1], fields[2], ref date);
        return problem is null;
    }

    /// <summary>Reads a month and a year where nothing was typed for the day: two fields, or "October 2027", "10/2027", "2027-10" in one of them.</summary>
    public static bool TryReadMonth(string? day, string? month, string? year, out YearMonth read)
    {
        read = default;
        var fields = new[] { day, month, year }.Select(field => Plain(field ?? "")).ToArray();
        var filled = fields.Where(field => field.Length > 0).ToArray();
        var tokens = filled.Length == 1 ? Tokens(filled[0]) : [fields[1], fields[2]];
        if (tokens.Count != 2 || (filled.Length != 1 && fields[0].Length > 0))
            return false;
        if (tokens[0].Length == 4 && Number(tokens[0]) is not null)
            tokens.Reverse();
        LocalDate first = default;
        if (Parts("1", tokens[0], tokens[1], ref first) is not null)
            return false;
        read = first.ToYearMonth();
        return true;
    }

    /// <summary>ASCII digits for the digits of any script, lower case, no spaces around. Longer than any date: cut, and so not readable.</summary>
    private static string Plain(string typed)
    {
        var plain = new StringBuilder();
        foreach (var character in typed.Trim().Take(MaxLength))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            plain.Append(digit >= 0 ? (char)('0' + digit) : char.ToLowerInvariant(character));
        }
        return plain.ToString();
    }

    /// <summary>Numbers and words in order; a time behind an ISO date and names of week days are left out.</summary>
    private static List<string> Tokens(string text)
    {
        var time = text.IndexOf('t', StringComparison.Ordinal);
        if (time == "2028-06-07".Length && char.IsAsciiDigit(text[time - 1]))
            text = text[..time];
        var tokens = text.Split(
                [' ', '/', '-', '.', ',', '\u00A0'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .Where(token => Array.FindIndex(DayNames, name => IsNameOf(token, name)) < 0)
            .Select(WithoutOrdinal);
        return [.. tokens];
    }

    private static string WithoutOrdinal(string token) =>
        token.Length is 3 or 4
        && char.IsAsciiDigit(token[0])
        && token[^2..] is "st" or "nd" or "rd" or "th"
            ? token[..^2]
            : token;

    private static DateProblem? Whole(List<string> tokens, ref LocalDate date)
    {
        if (tokens.Count != 3)
            return new DateProblem(DateProblemKind.NotReadable, DateFields.All);
        var named = tokens.FindIndex(token =>
            Month(token) is not null && !char.IsAsciiDigit(token[0])
        );
        if (named == 0)
            return Parts(tokens[1], tokens[0], tokens[2], ref date);
        if (tokens[0].Length == 4)
            return Parts(tokens[2], tokens[1], tokens[0], ref date);
        if (named == 1)
            return Parts(tokens[0], tokens[1], tokens[2], ref date);
        return TwoReadings(tokens[0], tokens[1], tokens[2], ref date);
    }

    private static DateProblem? TwoReadings(
        string first,
        string second,
        string year,
        ref LocalDate date
    )
    {
        LocalDate dayFirst = default,
            monthFirst = default;
        var dayFirstProblem = Parts(first, second, year, ref dayFirst);
        var monthFirstProblem = Parts(second, first, year, ref monthFirst);
        if (dayFirstProblem is null && monthFirstProblem is null && dayFirst != monthFirst)
            return new DateProblem(DateProblemKind.Ambiguous, DateFields.Day | DateFields.Month)
            {
                Readings = [dayFirst, monthFirst],
            };
        date = dayFirstProblem is null ? dayFirst : monthFirst;
        if (dayFirstProblem is null || monthFirstProblem is null)
            return null;
        // Neither exists: speak of the reading in which at least the month does.
        return monthFirstProblem.Kind == DateProblemKind.NoSuchDay
            ? monthFirstProblem
            : dayFirstProblem;
    }

    private static DateProblem? Parts(string day, string month, string year, ref LocalDate date)
    {
        var missing =
            (day.Length == 0 ? DateFields.Day : DateFields.None)
            | (month.Length == 0 ? DateFields.Month : DateFields.None)
            | (year.Length == 0 ? DateFields.Year : DateFields.None);
        if (missing != DateFields.None)
            return new DateProblem(DateProblemKind.Missing, missing);
        var (dayNumber, monthNumber, yearNumber) = (
            Number(WithoutOrdinal(day)),
            Month(month),
            Number(year)
        );
        var unreadable =
            (dayNumber is null ? DateFields.Day : DateFields.None)
            | (monthNumber is null ? DateFields.Month : DateFields.None)
            | (yearNumber is null ? DateFields.Year : DateFields.None);
        if (dayNumber is not { } d || monthNumber is not { } m || yearNumber is not { } y)
            return new DateProblem(DateProblemKind.NotReadable, unreadable);
        if (y is < FirstYear or > LastYear)
            return new DateProblem(DateProblemKind.YearOutOfRange, DateFields.Year);
        if (m is < 1 or > 12)
            return new DateProblem(DateProblemKind.NoSuchMonth, DateFields.Month);
        var days = CalendarSystem.Iso.GetDaysInMonth(y, m);
        if (d < 1 || d > days)
            return new DateProblem(DateProblemKind.NoSuchDay, DateFields.Day)
            {
                DaysInMonth = days,
                Month = new LocalDate(y, m, 1),
            };
        date = new LocalDate(y, m, d);
        return null;
    }

    private static int? Month(string text)
    {
        if (Number(text) is { } number)
            return number;
        var index = Array.FindIndex(MonthNames, name => IsNameOf(text, name));
        return index < 0 ? null : index + 1;
    }

    /// <summary>The name or its beginning; "sept." ends in a full stop.</summary>
    private static bool IsNameOf(string text, string name) =>
        text.TrimEnd('.') is { Length: >= 3 } beginning
        && name.StartsWith(beginning, StringComparison.Ordinal);

    private static int? Number(string text) =>
        text.Length is > 0 and <= 6 && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
