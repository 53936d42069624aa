using System.Globalization;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Kernel.Ui;

/// <summary>A day in words: "Thursday 6 July 2028, 85 weeks from now".</summary>
public static class DayWords
{
    public static string Of(LocalDate day) =>
        LocalDatePattern.Create(Texts.LongDayPattern, CultureInfo.CurrentCulture).Format(day);

    public static string WithDistance(LocalDate day, LocalDate today) =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.DayAndDistance,
            Of(day),
            Distance(day, today)
        );

    /// <summary>Days up to a fortnight, then whole weeks up to two years, then whole years.</summary>
    public static string Distance(LocalDate day, LocalDate today)
    {
        var days = Period.DaysBetween(today, day);
        var (amount, ahead) = (Math.Abs(days), days > 0);
        return amount switch
        {
            0 => Texts.Today,
            1 => ahead ? Texts.Tomorrow : Texts.Yesterday,
            <= 14 => ahead
                ? Counted.Say(amount, Texts.DaysAheadOne, Texts.DaysAheadOther)
                : Counted.Say(amount, Texts.DaysAgoOne, Texts.DaysAgoOther),
            < 2 * 365 => ahead
                ? Counted.Say(amount / 7, Texts.WeeksAheadOne, Texts.WeeksAheadOther)
                : Counted.Say(amount / 7, Texts.WeeksAgoOne, Texts.WeeksAgoOther),
            _ => ahead
                ? Counted.Say(amount / 365, Texts.YearsAheadOne, Texts.YearsAheadOther)
                : Counted.Say(amount / 365, Texts.YearsAgoOne, Texts.YearsAgoOther),
        };
    }
}

/// <summary><c>&lt;day-in-words day="Model.Due" today="Model.Today" /&gt;</c>; without <c>today</c> the distance is left out.</summary>
[HtmlTargetElement("day-in-words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayInWordsTagHelper : TagHelper
{
    public LocalDate Day { get; set; }
    public LocalDate? Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(
            Markup
                .Tag(
                    "time",
                    null,
                    Today is { } today ? DayWords.WithDistance(Day, today) : DayWords.Of(Day)
                )
                .With("datetime", LocalDatePattern.Iso.Format(Day))
        );
}
