using System.Text.RegularExpressions;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Finds a way to reach somebody in a block: an e-mail address, a phone number, a form.</summary>
internal static partial class Contacts
{
    private const int RegexMilliseconds = 2000;

    /// <summary>Characters of one block that are searched; nobody writes such a paragraph.</summary>
    private const int MaxText = 20_000;

    /// <summary>What was found, as a short text, and where in the block; null where there is none.</summary>
    public static (string What, int At)? In(PageBlock block)
    {
        foreach (var link in block.Links)
        {
            if (Of(link) is { } what)
                return (
                    what,
                    Math.Max(0, block.Text.IndexOf(what, StringComparison.OrdinalIgnoreCase))
                );
        }
        var text = block.Text.Length > MaxText ? block.Text[..MaxText] : block.Text;
        if (Email().Match(text) is { Success: true } email)
            return (email.Value, email.Index);
        if (Phone().Match(text) is { Success: true } phone)
            return (phone.Value, phone.Index);
        return block.HasForm ? (Texts.ConductForm, 0) : null;
    }

    private static string? Of(string link)
    {
        var target = link.Trim();
        if (target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return target["mailto:".Length..].Split('?')[0] is { Length: > 3 } address
                ? address
                : null;
        if (target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            return target["tel:".Length..] is { Length: > 3 } number ? number : null;
        // Hosting services hide addresses from robots behind this path.
        if (target.Contains("/cdn-cgi/l/email-protection", StringComparison.Ordinal))
            return target;
        return ConductWords.FormLinks.Any(form =>
            target.Contains(form, StringComparison.OrdinalIgnoreCase)
        )
            ? target
            : null;
    }

    /// <summary>Also "conduct [at] example.org", as people write it against robots.</summary>
    [GeneratedRegex(
        @"(?<![\w.+-])[\w.+-]{1,64}(@|\s?[\[\(]\s?(at|arroba)\s?[\]\)]\s?)[\w-]{1,63}((\.|\s?[\[\(]\s?(dot|punto|ponto)\s?[\]\)]\s?)[\w-]{1,63}){1,5}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RegexMilliseconds
    )]
    private static partial Regex Email();

    /// <summary>With the country in front, so that years and dates are no phone numbers.</summary>
    [GeneratedRegex(@"\+\d[\d ().-]{6,18}\d", RegexOptions.CultureInvariant, RegexMilliseconds)]
    private static partial Regex Phone();
}
