namespace Banyan.Testing;

/// <summary>What Markdown may become, told a second time by hand.</summary>
public static class MarkdownPromise
{
    public static readonly IReadOnlyList<string> Elements =
    [
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    ];
}
