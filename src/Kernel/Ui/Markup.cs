using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

/// <summary>Elements built from parts that encode themselves. No markup is ever put together from strings.</summary>
internal static class Markup
{
    public static TagBuilder Tag(
        string name,
        string? cssClass = null,
        params ReadOnlySpan<IHtmlContent?> children
    )
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
            tag.Attributes["class"] = cssClass;
        foreach (var child in children)
        {
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        }
        return tag;
    }

    public static TagBuilder Tag(string name, string? cssClass, string text)
    {
        var tag = Tag(name, cssClass);
        tag.InnerHtml.SetContent(text);
        return tag;
    }

    public static IHtmlContent Text(string text) => new HtmlContentBuilder().Append(text);

    /// <summary>Sets the attribute; a null value leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    /// <summary>Sets an attribute that stands without a value, such as <c>checked</c>.</summary>
    public static TagBuilder When(this TagBuilder tag, bool condition, string attribute)
    {
        if (condition)
            tag.Attributes[attribute] = attribute;
        return tag;
    }

    public static TagBuilder Void(this TagBuilder tag)
    {
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    /// <summary>Words for a screen reader only.</summary>
    public static TagBuilder Spoken(string text) => Tag("span", "spoken", text);

    /// <summary>The custom element in the page becomes this element; attributes written on it by the page, such as id, stay.</summary>
    public static void Become(this TagHelperOutput output, TagBuilder tag)
    {
        output.TagName = tag.TagName;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var (name, value) in tag.Attributes)
        {
            var own = output.Attributes[name]?.Value?.ToString();
            output.Attributes.SetAttribute(
                name,
                own is not null && string.Equals(name, "class", StringComparison.Ordinal)
                    ? $"{value} {own}"
                    : value
            );
        }
        output.Content.SetHtmlContent(tag.InnerHtml);
    }
}
