using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Banyan.Security.Tests.Headers;

namespace Banyan.Security.Tests.Museum.Uploads;

/// <summary>Whether a file of somebody is handed out so that no browser shows it, and no header or folder is harmed by its name.</summary>
internal static partial class HandedOut
{
    /// <summary>What no browser runs as a page, and no system by a double click.</summary>
    private static readonly Dictionary<string, string[]> Inert = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = [".pdf"],
        ["image/png"] = [".png"],
        ["image/jpeg"] = [".jpg", ".jpeg"],
        ["image/webp"] = [".webp"],
        ["text/plain; charset=utf-8"] = [".txt", ".csv", ".md"],
    };

    /// <returns>Sentences about what is wrong; none for a file that is handed out well.</returns>
    public static IEnumerable<string> Problems(Heard heard)
    {
        if (heard.Status != 200)
            yield return $"status: {heard.Status}";
        if (heard.Header("X-Content-Type-Options") != "nosniff")
            yield return "nosniff: missing";
        if (!IsSandbox(heard.Header("Content-Security-Policy")))
            yield return $"sandbox: {heard.Header("Content-Security-Policy")}";
        if (heard.Header("Set-Cookie") is { } cookie)
            yield return $"cookie: {cookie}";
        if (heard.Header("X-Evil") is not null)
            yield return "header: one that the name brought along";
        if (heard.Header("Access-Control-Allow-Origin") is { } origin)
            yield return $"origin: {origin}";
        var type = heard.Header("Content-Type") ?? "";
        if (!Inert.TryGetValue(type, out var endings))
            yield return $"type: {type}";
        if (heard.Header("Content-Disposition") is not { } said || !Said().IsMatch(said))
            yield return $"disposition: {heard.Header("Content-Disposition")}";
        else if (WrongIn(NameIn(said), endings ?? []) is { } wrong)
            yield return $"name: {wrong}: {NameIn(said)}";
    }

    /// <summary>As the newer of both spellings has it (RFC 6266), which each browser prefers.</summary>
    private static string NameIn(string disposition)
    {
        var encoded = Said().Match(disposition).Groups["encoded"].Value;
        return Uri.UnescapeDataString(encoded);
    }

    private static string? WrongIn(string name, string[] endings) =>
        name.Length is 0 or > 100 ? "length"
        : name.IndexOfAny(['/', '\\', ':', '"', '<', '>', '|', '?', '*', '%', ';', '`', '$']) >= 0
            ? "a sign that means something elsewhere"
        : name.EnumerateRunes()
            .Any(rune =>
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFFFD
            )
            ? "a character that hides something"
        : name[0] is '.' or '~' or ' ' || name[^1] is '.' or ' ' ? "hidden or trimmed"
        : !endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            ? "an ending of another kind"
        : null;

    private static bool IsSandbox(string? policy) =>
        policy
            ?.Split(';', StringSplitOptions.TrimEntries)
            .Intersect(["sandbox", "default-src 'none'"], StringComparer.Ordinal)
            .Count() == 2;

    // Both spellings, the older one in quotes or a plain word of letters, and nothing behind.
    [GeneratedRegex(
        "^attachment; filename=(\"[ -!#-\\[\\]-~]*\"|[!#-'*+.0-9A-Z^_`a-z|~-]+); filename\\*=UTF-8''(?<encoded>([!#$&+.^_`|~0-9A-Za-z-]|%[0-9A-F]{2})+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Said();
}
