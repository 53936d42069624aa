using System.Globalization;
using Banyan.Kernel.Domain;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Kernel.Ui;

/// <summary>A day in the words of the page's language: "Thursday 6 July 2028, 85 weeks from now".</summary>
public static class DayWords
{
    public static string Of(LocalDate day) => DateInWords.Of(day, CultureInfo.CurrentCulture);

    public static string WithDistance(LocalDate day, LocalDate today) =>
        DateInWords.InWords(day, today, CultureInfo.CurrentCulture);

    public static string Distance(LocalDate day, LocalDate today) =>
        DateInWords.Distance(day, today, CultureInfo.CurrentCulture);
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
