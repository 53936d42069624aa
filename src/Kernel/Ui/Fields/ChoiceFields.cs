using System.Globalization;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>One possible answer: what is sent, what people read, and where it helps a line that explains it.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>Of its text, where that is another than the page's.</summary>
    public string? Language { get; init; }
}

/// <summary>One of a few (radio buttons), or with <c>many="true"</c> any of a few (check boxes). <c>inline="true"</c> sets them side by side, as on a ballot.</summary>
[HtmlTargetElement("choice-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ChoiceFieldTagHelper : FieldTagHelper
{
    public virtual IReadOnlyList<Choice> Choices { get; set; } = [];
    public string? Value { get; set; }

    /// <summary>What is ticked, for <see cref="Many"/>.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];
    public bool Many { get; set; }
    public bool Inline { get; set; }

    protected override bool IsGroup => true;

    protected override IHtmlContent Control()
    {
        var group = Markup.Tag("div", Inline ? "choices choices-inline" : "choices");
        for (var index = 0; index < Choices.Count; index++)
            group.InnerHtml.AppendHtml(Option(index, Choices[index]));
        return group;
    }

    private TagBuilder Option(int index, Choice choice)
    {
        // The first one carries the id of the field, because the error summary links to it.
        var id = index == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{index}");
        var chosen = Many
            ? Values.Contains(choice.Value, StringComparer.Ordinal)
            : string.Equals(Value, choice.Value, StringComparison.Ordinal);
        var input = Markup
            .Tag("input")
            .With("type", Many ? "checkbox" : "radio")
            .With("id", id)
            .With("name", Name)
            .With("value", choice.Value)
            .With("aria-describedby", choice.Hint is null ? null : id + "-about")
            .When(chosen, "checked")
            .Void();
        var label = Markup
            .Tag("label", null, choice.Text)
            .With("for", id)
            .With("lang", choice.Language);
        var about = choice.Hint is null
            ? null
            : Markup.Tag("span", "choice-hint", choice.Hint).With("id", id + "-about");
        return Markup.Tag("div", "choice", input, Markup.Tag("div", null, label, about));
    }
}

/// <summary>Yes or no; the value is <c>yes</c>, <c>no</c> or null.</summary>
[HtmlTargetElement("yes-no-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class YesNoFieldTagHelper : ChoiceFieldTagHelper
{
    [HtmlAttributeNotBound]
    public override IReadOnlyList<Choice> Choices
    {
        get => [new("yes", Texts.Yes), new("no", Texts.No)];
        set => throw new NotSupportedException("The choices are yes and no.");
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Inline = true;
        base.Process(context, output);
    }
}

/// <summary>One box to tick; sends <c>true</c>.</summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckFieldTagHelper : FieldTagHelper
{
    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(
            Markup.Tag("div", Error is null ? "field" : "field field-wrong", ErrorLine(), Control())
        );

    protected override IHtmlContent Control()
    {
        var input = Wired(Markup.Tag("input"))
            .With("type", "checkbox")
            .With("value", "true")
            .When(Checked, "checked")
            .Void();
        var label = Markup.Tag("label", null, Question()).With("for", Id);
        return Markup.Tag("div", "choice", input, Markup.Tag("div", null, label, HintLine()));
    }
}

/// <summary>One of many, such as a country; the first entry is empty and asks to choose.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];
    public string? Value { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>The first entry, where leaving the list alone is an answer of its own.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Control()
    {
        var select = Wired(Markup.Tag("select", "width-medium")).With("autocomplete", Autocomplete);
        select.InnerHtml.AppendHtml(
            Markup.Tag("option", null, Empty ?? Texts.ChooseOne).With("value", "")
        );
        foreach (var choice in Choices)
        {
            select.InnerHtml.AppendHtml(
                Markup
                    .Tag("option", null, choice.Text)
                    .With("value", choice.Value)
                    .When(string.Equals(choice.Value, Value, StringComparison.Ordinal), "selected")
            );
        }
        return select;
    }
}
