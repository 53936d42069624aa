using NodaTime;

namespace Banyan.Kernel.Domain;

/// <summary>Counts the days on which an organisation works: its country's weekend and its holidays are left out.</summary>
public sealed class BusinessDays(
    IReadOnlySet<IsoDayOfWeek> weekend,
    IReadOnlySet<LocalDate> holidays
)
{
    private static readonly HashSet<IsoDayOfWeek> s_fridayAndSaturday =
    [
        IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday,
    ];
    private static readonly HashSet<IsoDayOfWeek> s_saturdayAndSunday =
    [
        IsoDayOfWeek.Saturday,
        IsoDayOfWeek.Sunday,
    ];

    /// <param name="country">ISO 3166 alpha-2. Weekends on Friday and Saturday by the Unicode CLDR week data.</param>
    public static BusinessDays Of(string? country, IReadOnlySet<LocalDate>? holidays = null) =>
        new(
            country
                is "BD"
                    or "BH"
                    or "DZ"
                    or "EG"
                    or "IQ"
                    or "JO"
                    or "KW"
                    or "LY"
                    or "OM"
                    or "QA"
                    or "SA"
                    or "SD"
                    or "SY"
                    or "YE"
                ? s_fridayAndSaturday
                : s_saturdayAndSunday,
            holidays ?? new HashSet<LocalDate>()
        );

    public bool IsBusinessDay(LocalDate date) =>
        !weekend.Contains(date.DayOfWeek) && !holidays.Contains(date);

    /// <summary>The last of so many business days after a day; the day itself does not count.</summary>
    public LocalDate After(LocalDate date, int days)
    {
        var last = date;
        for (var left = days; left > 0; )
        {
            last = last.PlusDays(1);
            if (IsBusinessDay(last))
                left--;
        }
        return last;
    }
}
