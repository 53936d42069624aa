using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Banyan.Kernel.Text;

/// <summary>The one place where a text of an organisation becomes HTML. Tags in it stay text, pictures become their words, and a link leads to http, https or mailto or is no link.</summary>
public static class Markdown
{
    /// <summary>A heading of the text stands below the headings of the page around it.</summary>
    private const int HeadingsBelow = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .Build();

    public static IHtmlContent ToHtml(string text)
    {
        try
        {
            var document = Markdig.Markdown.Parse(Typed.Clean(text), Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Tame(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                Tame(link);
            return new HtmlString(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested hundreds deep; nobody meant that as a layout.
            return new HtmlString($"<p>{HtmlEncoder.Default.Encode(text)}</p>");
        }
    }

    private static void Tame(LinkInline link)
    {
        // A reference is resolved late; what is rendered is what is looked at here.
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!link.IsImage && MayLead(address))
        {
            link.GetAttributes().AddProperty("rel", "nofollow");
            return;
        }
        var words = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            words.AppendChild(child);
        }
        link.ReplaceBy(words);
    }

    private static void Tame(AutolinkInline link)
    {
        if (link.IsEmail || MayLead(link.Url))
            link.GetAttributes().AddProperty("rel", "nofollow");
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static bool MayLead(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (
            uri.Scheme == Uri.UriSchemeHttps
            || uri.Scheme == Uri.UriSchemeHttp
            || uri.Scheme == Uri.UriSchemeMailto
        );
}
