using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>A date in three inputs named <c>NAME.Day</c>, <c>NAME.Month</c>, <c>NAME.Year</c>. With <c>today</c> a date that was understood is echoed in words.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    public DateParts Value { get; set; } = DateParts.Empty;
    public LocalDate? Today { get; set; }

    protected override bool IsGroup => true;

    protected override IHtmlContent Control()
    {
        var inputs = Markup.Tag(
            "div",
            "date-inputs",
            Part("Day", Texts.Day, Value.Day, "width-two", Id),
            Part("Month", Texts.Month, Value.Month, "width-two", Id + "-month"),
            Part("Year", Texts.Year, Value.Year, "width-four", Id + "-year")
        );
        inputs.With("data-date", "");
        if (Today is not { } today || Value.Read() is not { } day)
            return inputs;
        var echo = Markup.Tag(
            "p",
            "understood",
            Icon.Of(IconName.Arrow),
            Markup.Text(" "),
            Markup.Text(DayWords.WithDistance(day, today))
        );
        return new HtmlContentBuilder().AppendHtml(inputs).AppendHtml(echo);
    }

    private TagBuilder Part(string part, string label, string? value, string width, string id)
    {
        // No maxlength: a whole ISO date may be pasted into any of the three.
        var input = Markup
            .Tag("input", width)
            .With("id", id)
            .With("name", $"{Name}.{part}")
            .With("type", "text")
            .With("value", value)
            .With("inputmode", "numeric")
            .With("autocomplete", "off")
            .With("aria-invalid", Error is null ? null : "true")
            .Void();
        return Markup.Tag(
            "div",
            null,
            Markup.Tag("label", "part-label", label).With("for", id),
            input
        );
    }
}
