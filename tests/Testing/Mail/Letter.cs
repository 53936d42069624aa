namespace Banyan.Testing;

/// <summary>A mail as it arrived.</summary>
public sealed record Letter(
    string To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers
)
{
    /// <summary>The addresses that the HTML part leads to.</summary>
    public IReadOnlyList<string> Links =>
        [
            .. new AngleSharp.Html.Parser.HtmlParser()
                .ParseDocument(Html)
                .QuerySelectorAll("a[href]")
                .Select(link => link.GetAttribute("href")!),
        ];
}
