using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>What a reader sees of a page: its title and its text, block by block. Scripts are never run and nothing is loaded.</summary>
internal sealed record Page(string Title, IReadOnlyList<PageBlock> Blocks, bool HasScripts)
{
    /// <summary>Characters of source that are parsed; the rest of a longer page is not looked at.</summary>
    public const int MaxSource = 512 * 1024;
    private const int MaxBlocks = 5000;

    /// <summary>Start tags that are parsed: the time to parse nested ones grows with their square, and 100,000 took 46 seconds.</summary>
    private const int MaxTags = 10_000;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "nav",
        "footer",
        "select",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    };

    public int TextLength => Blocks.Sum(block => block.Text.Length);

    public static Page Read(string html)
    {
        var parser = new HtmlParser(
            new HtmlParserOptions { IsScripting = false, MaximumDepth = 256 }
        );
        using var document = parser.ParseDocument(Bounded(html));
        var blocks = document.Body is { } body ? Collect(body) : [];
        return new Page(Quote.Of(document.Title ?? ""), blocks, document.Scripts.Length > 0);
    }

    private static string Bounded(string html)
    {
        var length = Math.Min(html.Length, MaxSource);
        var tags = 0;
        for (var at = 0; at < length - 1; at++)
        {
            if (html[at] == '<' && char.IsAsciiLetter(html[at + 1]) && ++tags > MaxTags)
                return html[..at];
        }
        return html[..length];
    }

    /// <summary>Walks without recursion: a page nested a hundred thousand deep would end the process.</summary>
    private static List<PageBlock> Collect(IElement body)
    {
        var blocks = new List<PageBlock>();
        var text = new StringBuilder();
        var links = new List<string>();
        var hasForm = false;
        // Children by index: asking a node for its next sibling searches the whole family each time.
        var open = new Stack<(INode Node, int Next)>([(body, 0)]);
        while (open.TryPop(out var step) && blocks.Count < MaxBlocks)
        {
            if (step.Next < step.Node.ChildNodes.Length)
            {
                open.Push((step.Node, step.Next + 1));
                var child = step.Node.ChildNodes[step.Next];
                if (Enter(child))
                    open.Push((child, 0));
            }
            else if (step.Node is IElement closed && !Inline.Contains(closed.LocalName))
                Close();
        }
        Close();
        return blocks;

        bool Enter(INode entered)
        {
            if (entered is IText words)
                text.Append(words.Data);
            if (entered is not IElement element)
                return false;
            if (Skipped.Contains(element.LocalName))
                return false;
            if (!Inline.Contains(element.LocalName))
                Close();
            if (
                element is IHtmlAnchorElement
                && element.GetAttribute("href") is { Length: > 0 and < 2000 } href
            )
                links.Add(href);
            hasForm |= element is IHtmlTextAreaElement;
            return true;
        }

        void Close()
        {
            var line = Quote.OneLine(text.ToString());
            if (line.Length > 0 || links.Count > 0 || hasForm)
                blocks.Add(new PageBlock(line, [.. links], hasForm));
            text.Clear();
            links.Clear();
            hasForm = false;
        }
    }
}

/// <summary>A paragraph, heading or list item, with the targets of its links as written.</summary>
internal sealed record PageBlock(string Text, IReadOnlyList<string> Links, bool HasForm);
