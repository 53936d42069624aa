using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Ui;

public enum IconName
{
    Lock,
    Envelope,
    Clock,
    Check,
    Cross,
    Warning,
    Root,
    Arrow,
    Open,
    Dash,
    Info,
}

/// <summary>Pictures of a few strokes on a 24 unit square, in the colour of the text. Never the only carrier of a meaning: the word stands beside it.</summary>
public static class Icon
{
    private static readonly ConcurrentDictionary<(IconName, string?), IHtmlContent> Drawn = new();

    /// <summary>Drawn once each: lists have one in every row.</summary>
    public static IHtmlContent Of(IconName name, string? cssClass = null) =>
        Drawn.GetOrAdd((name, cssClass), static icon => AsText(Tag(icon.Item1, icon.Item2)));

    internal static TagBuilder Tag(IconName name, string? cssClass = null)
    {
        // Only the arrow has a direction, and turns with that of the script.
        var kind = name == IconName.Arrow ? "icon icon-arrow" : "icon";
        return Markup
            .Tag(
                "svg",
                cssClass is null ? kind : $"{kind} {cssClass}",
                new HtmlString(Strokes(name))
            )
            .With("viewBox", "0 0 24 24")
            .With("width", "24")
            .With("height", "24")
            .With("fill", "none")
            .With("stroke", "currentColor")
            .With("aria-hidden", "true");
    }

    private static HtmlString AsText(TagBuilder tag)
    {
        using var text = new StringWriter();
        tag.WriteTo(text, HtmlEncoder.Default);
        return new HtmlString(text.ToString());
    }

    private static string Strokes(IconName name) =>
        name switch
        {
            IconName.Lock =>
                """<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>""",
            IconName.Envelope =>
                """<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="m4 7 8 6 8-6"/>""",
            IconName.Clock => """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
            IconName.Check => """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
            IconName.Cross => """<path d="m6.5 6.5 11 11m0-11-11 11"/>""",
            IconName.Warning =>
                """<path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.5m0 2.4v.1"/>""",
            // Hangs from the branch above it, and has not yet reached the ground.
            IconName.Root =>
                """<path d="M6 0c0 4-1 5-1 9M12 0c0 8 .5 12-1 20m1-10c.5 4 2.5 4 3 7M18 0c0 5 .8 7 .5 12"/>""",
            IconName.Arrow => """<path d="M4 12h15m-6-6 6 6-6 6"/>""",
            IconName.Open =>
                """<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.5" fill="currentColor"/>""",
            IconName.Dash => """<path d="M6 12h12"/>""",
            IconName.Info => """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5m0-9v.1"/>""",
        };
}

[HtmlTargetElement("icon")]
public sealed class IconTagHelper : TagHelper
{
    public IconName Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Icon.Tag(Name));
}
