using System.Globalization;
using NodaTime;

namespace Banyan.Kernel.Domain;

/// <summary>Says a date back so that a slip of the finger is seen: "Wednesday 7 June 2028, 11 weeks from now".</summary>
public static class DateInWords
{
    private const int DaysUntilWeeks = 14;
    private const int YearsUntilYears = 2;

    public static string InWords(LocalDate date, LocalDate today, CultureInfo culture) =>
        string.Format(
            culture,
            Texts.DateInWords,
            Of(date, culture),
            Distance(date, today, culture)
        );

    /// <summary>"October 2027, 47 weeks from now"; the distance is that to its first day.</summary>
    public static string InWords(YearMonth month, LocalDate today, CultureInfo culture) =>
        string.Format(
            culture,
            Texts.DateInWords,
            month.OnDayOfMonth(1).ToString("MMMM uuuu", culture),
            month == today.ToYearMonth()
                ? Texts.DateThisMonth
                : Distance(month.OnDayOfMonth(1), today, culture)
        );

    public static string Of(LocalDate date, CultureInfo culture) =>
        date.ToString(Texts.DateLongPattern, culture);

    /// <summary>Days under 14, weeks under 2 years, then years; the rest is dropped, not rounded.</summary>
    public static string Distance(LocalDate date, LocalDate today, CultureInfo culture)
    {
        var days = Period.DaysBetween(today, date);
        switch (days)
        {
            case 0:
                return Texts.DateToday;
            case 1:
                return Texts.DateTomorrow;
            case -1:
                return Texts.DateYesterday;
        }
        var ahead = days > 0;
        var (earlier, later) = ahead ? (today, date) : (date, today);
        var count = Math.Abs(days);
        if (count < DaysUntilWeeks)
            return ahead
                ? Plural.Of(count, Texts.DateDayAhead, Texts.DateDaysAhead, culture)
                : Plural.Of(count, Texts.DateDayAgo, Texts.DateDaysAgo, culture);
        if (earlier.PlusYears(YearsUntilYears) > later)
            return ahead
                ? Plural.Of(count / 7, Texts.DateWeekAhead, Texts.DateWeeksAhead, culture)
                : Plural.Of(count / 7, Texts.DateWeekAgo, Texts.DateWeeksAgo, culture);
        var years = Period.Between(earlier, later, PeriodUnits.Years).Years;
        return ahead
            ? Plural.Of(years, Texts.DateYearAhead, Texts.DateYearsAhead, culture)
            : Plural.Of(years, Texts.DateYearAgo, Texts.DateYearsAgo, culture);
    }
}
