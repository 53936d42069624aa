namespace Banyan.Kernel.Ui;

/// <summary>One entry of the navigation. The host leaves out what the viewer lacks the <paramref name="Permission"/> for; null is for everyone.</summary>
/// <param name="Personal">Only for those who are signed in, or whose browser holds a draft.</param>
public sealed record NavigationItem(
    string Text,
    string Href,
    string? Permission = null,
    bool Personal = false
)
{
    /// <summary>True on the page itself and on every page below it, so that the entry can be marked as the current one.</summary>
    public bool IsCurrent(string path) =>
        string.Equals(path, Href, StringComparison.OrdinalIgnoreCase)
        || (Href.Length > 1 && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The same page in another language. <paramref name="Tag"/> is BCP 47; <paramref name="Name"/> is what the language calls itself.</summary>
public sealed record LanguageLink(string Tag, string Name, string Href);
