using System.Globalization;
using System.Text.RegularExpressions;

namespace Banyan.Security.Tests.Headers;

/// <summary>
/// The checks of Mozilla's Observatory, as its page "Scoring" tells them, and those that we ask besides. Of its twelve one cannot be asked of us:
/// <c>contribute</c> looks for a file that only Mozilla's own sites have.
/// </summary>
internal static partial class Observatory
{
    private const int HalfAYear = 15_768_000;

    public static readonly IReadOnlyDictionary<string, Func<Heard, string?>> Checks =
        new Dictionary<string, Func<Heard, string?>>(StringComparer.Ordinal)
        {
            ["content-security-policy"] = PolicyOf,
            ["cookies"] = heard => heard.SetCookies.FirstOrDefault(line => !IsStrictCookie(line)),
            ["cross-origin-resource-sharing"] = heard =>
                heard.Headers.Keys.FirstOrDefault(name =>
                    name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
                    && !(
                        heard.Embedded
                        && name.Equals(
                            "Access-Control-Allow-Origin",
                            StringComparison.OrdinalIgnoreCase
                        )
                        && heard.Header(name) == "*"
                    )
                ),
            ["public-key-pinning"] = heard => Absent(heard, "Public-Key-Pins"),
            ["redirection"] = heard =>
                heard.Header("Location") is { } location && !IsOurs(location) ? location : null,
            ["referrer-policy"] = heard => Exactly(heard, "Referrer-Policy", "same-origin"),
            ["strict-transport-security"] = heard =>
                heard.Header("Strict-Transport-Security") is { } said
                && said.StartsWith("max-age=", StringComparison.Ordinal)
                && int.TryParse(
                    said["max-age=".Length..].Split(';')[0],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var seconds
                )
                && seconds >= HalfAYear
                    ? null
                    : "no half a year",
            ["subresource-integrity"] = FromElsewhere,
            ["x-content-type-options"] = heard =>
                Exactly(heard, "X-Content-Type-Options", "nosniff"),
            ["x-frame-options"] = heard => Exactly(heard, "X-Frame-Options", "DENY"),
            // The policy says it better; the old filter can be made to harm.
            ["x-xss-protection"] = heard => Absent(heard, "X-XSS-Protection"),
            ["cross-origin-resource-policy"] = heard =>
                heard.Embedded && heard.Header("Cross-Origin-Resource-Policy") == "cross-origin"
                    ? null
                    : Exactly(heard, "Cross-Origin-Resource-Policy", "same-origin"),
            ["cross-origin-opener-policy"] = heard =>
                Exactly(heard, "Cross-Origin-Opener-Policy", "same-origin"),
            ["permissions-policy"] = heard =>
                Exactly(
                    heard,
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=()"
                ),
            ["cache-control"] = heard =>
                MayBeKept(heard) ? null : heard.Header("Cache-Control") ?? "none",
            ["content-type"] = WrongType,
            // Not one of the Observatory's: whoever is in finds the way out on every page.
            ["sign-out"] = heard =>
                heard is { SignedIn: true, Status: 200, Body.Length: > 0 }
                && IsPage(heard)
                && !heard.Body.Contains(" href=\"/sign-out\"", StringComparison.Ordinal)
                    ? "no way out"
                    : null,
            ["server"] = heard => Absent(heard, "Server") ?? Absent(heard, "X-Powered-By"),
            ["inline"] = heard =>
                heard.Body.Length > 0
                && IsPage(heard)
                && Inline().Match(heard.Body) is { Success: true } found
                    ? found.Value
                    : null,
        };

    /// <summary>Sentences about what is wrong with the answer; none for a good one.</summary>
    public static IEnumerable<string> Problems(Heard heard) =>
        from check in Checks
        let wrong = check.Value(heard)
        where wrong is not null
        select $"{heard.What}: {heard.Status}: {check.Key}: {wrong}";

    // Everything is forbidden, and then allowed from here alone.
    private static string? PolicyOf(Heard heard)
    {
        if (heard.Header("Content-Security-Policy") is not { } policy)
            return "none";
        var directives = policy
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split(' '))
            .ToDictionary(
                words => words[0],
                words => string.Join(' ', words.Skip(1)),
                StringComparer.Ordinal
            );
        (string Name, string Value)[] needed =
        [
            ("default-src", "'none'"),
            ("base-uri", "'none'"),
            ("frame-ancestors", "'none'"),
            ("form-action", "'self'"),
            ("require-trusted-types-for", "'script'"),
            ("trusted-types", "'none'"),
        ];
        foreach (var (name, value) in needed)
            if (directives.GetValueOrDefault(name) != value)
                return $"{name} is not {value}";
        return directives
            .Where(directive =>
                directive.Value is not ("'none'" or "'self'" or "")
                && directive.Key != "require-trusted-types-for"
            )
            .Select(directive => $"{directive.Key} {directive.Value}")
            .FirstOrDefault();
    }

    private static bool IsStrictCookie(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        bool Has(string attribute) => parts.Contains(attribute, StringComparer.OrdinalIgnoreCase);
        return Has("secure")
            && Has("httponly")
            && Has("path=/")
            && (Has("samesite=lax") || Has("samesite=strict"))
            && !parts.Any(part => part.StartsWith("domain=", StringComparison.OrdinalIgnoreCase))
            && parts[0].StartsWith("__Host-", StringComparison.Ordinal);
    }

    /// <summary>A path of this site, which no browser reads as the name of another host.</summary>
    public static bool IsOurs(string location) =>
        location.Length > 0
        && location[0] == '/'
        && !location.StartsWith("//", StringComparison.Ordinal)
        && !location.Contains('\\', StringComparison.Ordinal)
        && !location.Any(char.IsControl);

    private static bool MayBeKept(Heard heard)
    {
        var said = heard.Header("Cache-Control");
        if (said?.Split(", ").Contains("no-store") == true)
            return true;
        if (heard.Status is not (200 or 304) || heard.SetCookies.Count > 0)
            return false;
        if (heard.Embedded)
            return said == "public, max-age=300";
        return heard is { ForEverybody: true, WithCookie: false }
            && said?.StartsWith("public, max-age=", StringComparison.Ordinal) == true;
    }

    private static string? FromElsewhere(Heard heard) =>
        IsPage(heard)
            ? Loaded()
                .Matches(heard.Body)
                .Select(match => match.Groups["where"].Value)
                .FirstOrDefault(where => where.Length > 0 && where[0] != '#' && !IsOurs(where))
            : null;

    // What is text says in which letters; what is a page says so, and nothing else does.
    private static string? WrongType(Heard heard)
    {
        if (heard.Body.Length == 0)
            return null;
        var type = heard.Header("Content-Type") ?? "none";
        var isText =
            type.StartsWith("text/", StringComparison.Ordinal)
            || type.Split(';')[0].EndsWith("xml", StringComparison.Ordinal);
        var isPage = heard.Body.StartsWith("<!doctype html>", StringComparison.OrdinalIgnoreCase);
        return
            type.Contains('/', StringComparison.Ordinal)
            && (!isText || type.EndsWith("; charset=utf-8", StringComparison.Ordinal))
            && isPage == IsPage(heard)
            ? null
            : type;
    }

    private static bool IsPage(Heard heard) =>
        heard.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true;

    private static string? Exactly(Heard heard, string name, string value) =>
        heard.Header(name) == value ? null : heard.Header(name) ?? "none";

    private static string? Absent(Heard heard, string name) =>
        heard.Header(name) is { } said ? $"{name}: {said}" : null;

    [GeneratedRegex(
        "<(script|link|img|iframe|object|embed|source|video|audio|form|base|use)\\b[^>]*?\\s(src|href|action|data|poster|srcset)=\"(?<where>[^\"]*)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Loaded();

    // A script or a style in the page itself, which the policy would only block.
    [GeneratedRegex(
        "<script(\\s[a-z]+=\"[a-z]*\")*>|<style|<[a-z]+[^>]*\\s(style|on[a-z]+)=\"|javascript:",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Inline();
}
