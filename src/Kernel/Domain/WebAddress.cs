using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Banyan.Kernel.Domain;

public enum WebAddressProblem
{
    None,
    Empty,
    TooLong,
    UnsafeCharacters,
    NotWeb,
    UserInfo,
    IpLiteral,
    SingleLabel,
    Shortener,
    Unreadable,
}

/// <summary>A public http or https address. Two are equal when their <see cref="Canonical"/> is.</summary>
public sealed record WebAddress
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 2000;
    private static readonly string[] OtherSchemes =
    [
        "mailto",
        "tel",
        "javascript",
        "data",
        "vbscript",
        "file",
        "about",
        "blob",
        "urn",
    ];

    private WebAddress(Uri uri, HostName host)
    {
        Uri = uri;
        Host = host.Unicode;
        AsciiHost = host.Ascii;
        Canonical = uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    /// <summary>Always with the ASCII host.</summary>
    public Uri Uri { get; }

    /// <summary>As people read it. Show <see cref="AsciiHost"/> beside it where the two differ.</summary>
    public string Host { get; }
    public string AsciiHost { get; }
    public int Port => Uri.Port;
    public bool IsSecure => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>Scheme, host, port unless it is the usual one, path and query; escaped, without the fragment.</summary>
    public string Canonical { get; }

    /// <summary>The canonical address and the place on the page that was typed behind #.</summary>
    public string Link => Canonical + Uri.Fragment;

    /// <summary>"pycon.example.org/coc" reads as https://pycon.example.org/coc.</summary>
    public static bool TryRead(
        string? typed,
        [NotNullWhen(true)] out WebAddress? address,
        out WebAddressProblem problem
    )
    {
        address = null;
        problem = Read(typed, ref address);
        return address is not null;
    }

    /// <summary>The same host, "www." aside, or one host under the other.</summary>
    public bool SameSite(WebAddress other)
    {
        var (mine, theirs) = (WithoutWww(AsciiHost), WithoutWww(other.AsciiHost));
        return HostName.IsOrIsUnder(mine, theirs) || HostName.IsOrIsUnder(theirs, mine);
    }

    public bool Equals(WebAddress? other) =>
        other is not null && string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Link;

    private static WebAddressProblem Read(string? typed, ref WebAddress? address)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return WebAddressProblem.Empty;
        var text = UnsafeCharacters.TrimSpaces(typed);
        text = text is ['<', .., '>'] ? UnsafeCharacters.TrimSpaces(text[1..^1]) : text;
        if (text.Length > MaxLength)
            return WebAddressProblem.TooLong;
        if (UnsafeCharacters.In(text))
            return WebAddressProblem.UnsafeCharacters;
        // Browsers read a backslash as a slash, other readers do not: the two would disagree on the host.
        if (text.Any(char.IsWhiteSpace) || text.Contains('\\', StringComparison.Ordinal))
            return WebAddressProblem.Unreadable;
        return Scheme(ref text, out var scheme)
            ? Authority(scheme, text, ref address)
            : WebAddressProblem.NotWeb;
    }

    /// <summary>Takes the scheme and the slashes off; https where none is given.</summary>
    private static bool Scheme(ref string text, out string scheme)
    {
        scheme = Uri.UriSchemeHttps;
        var end = text.AsSpan().IndexOfAny("/?#");
        var colon = text.AsSpan(0, end < 0 ? text.Length : end).IndexOf(':');
        if (colon > 0 && text.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal))
        {
            scheme = text[..colon].ToLowerInvariant();
            text = text[(colon + 3)..];
            return scheme == Uri.UriSchemeHttps || scheme == Uri.UriSchemeHttp;
        }
        if (colon > 0 && OtherSchemes.Contains(text[..colon], StringComparer.OrdinalIgnoreCase))
            return false;
        text = text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;
        return true;
    }

    private static WebAddressProblem Authority(string scheme, string text, ref WebAddress? address)
    {
        var end = text.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? text : text[..end];
        if (authority.Contains('@', StringComparison.Ordinal))
            return WebAddressProblem.UserInfo;
        if (authority.StartsWith('[') || authority.AsSpan().Count(':') > 1)
            return WebAddressProblem.IpLiteral;
        var parts = authority.Split(':');
        // %-escapes in a host are decoded by some readers only.
        if (
            parts[0].Contains('%', StringComparison.Ordinal)
            || (parts.Length == 2 && !IsPort(parts[1]))
        )
            return WebAddressProblem.Unreadable;
        if (!HostName.TryRead(parts[0], out var host, out var problem))
            return Problem(problem);
        if (LinkShorteners.Contain(host.Ascii))
            return WebAddressProblem.Shortener;
        var port = parts.Length == 2 ? ":" + parts[1] : "";
        var rest = end < 0 ? "" : text[end..];
        if (
            !Uri.TryCreate($"{scheme}://{host.Ascii}{port}{rest}", UriKind.Absolute, out var uri)
            || uri.Host != host.Ascii
        )
            return WebAddressProblem.Unreadable;
        var read = new WebAddress(uri, host);
        if (read.Link.Length > MaxLength)
            return WebAddressProblem.TooLong;
        address = read;
        return WebAddressProblem.None;
    }

    private static WebAddressProblem Problem(HostNameProblem problem) =>
        problem switch
        {
            HostNameProblem.IpLiteral => WebAddressProblem.IpLiteral,
            HostNameProblem.SingleLabel => WebAddressProblem.SingleLabel,
            HostNameProblem.None or HostNameProblem.Unreadable => WebAddressProblem.Unreadable,
        };

    private static bool IsPort(string text) =>
        text.Length is > 0 and <= 5
        && text.All(char.IsAsciiDigit)
        && int.Parse(text, CultureInfo.InvariantCulture) is > 0 and <= 65535;

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
