using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>
/// Label, hint, error and control of one question, wired for screen readers. Takes plain attributes and no model
/// expression, because the questions of an application form come from the program and are not known when this is compiled.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>A sentence that says what to do; null while the answer is fine. Razor hands a null in an attribute over as empty.</summary>
    public string? Error
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Marks the label with "(optional)". What is not optional needs no mark.</summary>
    public bool Optional { get; set; }

    /// <summary>The language of the answer, BCP 47, where it is not that of the page.</summary>
    public string? Lang { get; set; }

    protected string Id => FieldIds.Of(Name);

    /// <summary>True when the field is several inputs under one question: a fieldset with a legend instead of a label.</summary>
    protected virtual bool IsGroup => false;

    protected abstract IHtmlContent Control();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Markup.Tag(
            IsGroup ? "fieldset" : "div",
            Error is null ? "field" : "field field-wrong",
            IsGroup
                ? Markup.Tag("legend", "label", Question())
                : Markup.Tag("label", "label", Question()).With("for", Id),
            HintLine(),
            ErrorLine(),
            Control()
        );
        if (IsGroup)
            field.With("aria-describedby", DescribedBy());
        output.Become(field);
    }

    protected IHtmlContent Question()
    {
        var question = new HtmlContentBuilder().Append(Label);
        if (Optional)
            question.AppendHtml(" ").AppendHtml(Markup.Tag("span", "optional", Texts.Optional));
        return question;
    }

    protected TagBuilder? HintLine() =>
        string.IsNullOrEmpty(Hint) ? null : Markup.Tag("p", "hint", Hint).With("id", Id + "-hint");

    protected TagBuilder? ErrorLine() =>
        Error is null
            ? null
            : Markup
                .Tag(
                    "p",
                    "field-error",
                    Icon.Of(IconName.Warning),
                    Markup.Spoken(Texts.ErrorSpoken),
                    Markup.Text(Error)
                )
                .With("id", Id + "-error");

    protected string? DescribedBy()
    {
        var hint = string.IsNullOrEmpty(Hint) ? null : Id + "-hint";
        var error = Error is null ? null : Id + "-error";
        return (hint, error) switch
        {
            (null, null) => null,
            (not null, not null) => $"{hint} {error}",
            _ => hint ?? error,
        };
    }

    /// <summary>An input with everything that belongs to the field itself.</summary>
    protected TagBuilder Wired(TagBuilder control) =>
        control
            .With("id", Id)
            .With("name", Name)
            .With("lang", Lang)
            .With("aria-describedby", DescribedBy())
            .With("aria-invalid", Error is null ? null : "true")
            .With("aria-required", Optional ? null : "true");
}
