using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What an answer of days is kept as: 2028-06-07, or 2028-06 where only the month is known.</summary>
internal static class AnswerDay
{
    private static readonly YearMonthPattern s_month = YearMonthPattern.Iso;

    public static LocalDate First(string value) =>
        s_month.Parse(value) is { Success: true } month
            ? month.Value.OnDayOfMonth(1)
            : LocalDatePattern.Iso.Parse(value).Value;

    public static LocalDate Last(string value) =>
        s_month.Parse(value) is { Success: true } month
            ? month.Value.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth)
            : LocalDatePattern.Iso.Parse(value).Value;

    public static string Of(YearMonth month) => s_month.Format(month);
}
