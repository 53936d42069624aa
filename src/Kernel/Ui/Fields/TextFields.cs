using System.Globalization;
using Banyan.Kernel.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>One line of text. <c>type</c> is text, email or tel; <c>width</c> is short, medium or full and hints at the length of the answer.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    public string? Value { get; set; }
    public string Type { get; set; } = "text";
    public string Width { get; set; } = "full";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public int? Maxlength { get; set; }

    protected override IHtmlContent Control() =>
        Wired(Markup.Tag("input", $"width-{Width}"))
            .With("type", Type)
            .With("value", Value)
            .With("autocomplete", Autocomplete)
            .With("inputmode", Inputmode)
            .With("maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture))
            .Void();
}

/// <summary>Several lines of text. <c>rows</c> is the height before it grows with what is typed.</summary>
[HtmlTargetElement("long-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LongFieldTagHelper : FieldTagHelper
{
    public string? Value { get; set; }
    public int Rows { get; set; } = 5;
    public int? Maxlength { get; set; }

    protected override IHtmlContent Control() =>
        Wired(Markup.Tag("textarea", "width-full", "\n" + Value))
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A web address, taken without its scheme; <c>understood</c> shows what was made of it.</summary>
[HtmlTargetElement("web-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WebFieldTagHelper : FieldTagHelper
{
    public string? Value { get; set; }
    public string? Understood { get; set; }
    public string Autocomplete { get; set; } = "url";

    protected override IHtmlContent Control()
    {
        // type=url would refuse "example.org" in the browser before we can help.
        var input = Wired(Markup.Tag("input", "width-full"))
            .With("type", "text")
            .With("value", Value)
            .With("inputmode", "url")
            .With("autocomplete", Autocomplete)
            .With("autocapitalize", "none")
            .With("spellcheck", "false")
            .Void();
        return new HtmlContentBuilder()
            .AppendHtml(input)
            .AppendHtml(
                Understood is null
                    ? HtmlString.Empty
                    : Markup.Tag(
                        "p",
                        "understood",
                        Icon.Of(IconName.Arrow),
                        Markup.Text(" "),
                        Markup.Text(Texts.UnderstoodAs),
                        Markup.Text(" "),
                        Markup.Tag("b", null, Understood)
                    )
            );
    }
}

/// <summary>A whole number, with its unit beside it. Typed as text, so that a wheel or an arrow key changes nothing by accident.</summary>
[HtmlTargetElement("number-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NumberFieldTagHelper : FieldTagHelper
{
    public string? Value { get; set; }
    public string? Unit { get; set; }

    protected override IHtmlContent Control()
    {
        var input = Wired(Markup.Tag("input", "width-short"))
            .With("type", "text")
            .With("value", Value)
            .With("inputmode", "numeric")
            .With("autocomplete", "off")
            .Void();
        return Unit is null
            ? input
            : Markup.Tag("div", "with-unit", input, Markup.Tag("span", "unit", Unit));
    }
}

/// <summary>One file. The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>Which files a browser offers: endings and media types, as HTML has it.</summary>
    public string? Accept { get; set; }

    /// <summary>Several at once.</summary>
    public bool Many { get; set; }

    protected override IHtmlContent Control() =>
        Wired(Markup.Tag("input", "width-full"))
            .With("type", "file")
            .With("accept", Accept)
            .When(Many, "multiple")
            .Void();
}
