using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Banyan.Kernel.Domain;

internal enum HostNameProblem
{
    None,
    Unreadable,
    IpLiteral,
    SingleLabel,
}

/// <summary>A public DNS name in both spellings: as people read it and as machines ask for it (IDNA, UTS #46). Both are lower case, without the dot at the end.</summary>
internal sealed record HostName
{
    /// <summary>Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN's "internal").</summary>
    private static readonly string[] NotPublic =
    [
        "localhost",
        "localdomain",
        "local",
        "internal",
        "intranet",
        "lan",
        "corp",
        "home",
        "home.arpa",
        "onion",
        "alt",
    ];

    private HostName(string unicode, string ascii)
    {
        Unicode = unicode;
        Ascii = ascii;
    }

    public string Unicode { get; }
    public string Ascii { get; }

    public static bool TryRead(
        string typed,
        [NotNullWhen(true)] out HostName? host,
        out HostNameProblem problem
    )
    {
        host = null;
        problem = HostNameProblem.Unreadable;
        if (
            typed.Length is 0 or > 255
            || typed[0] is '['
            || typed.Contains(':', StringComparison.Ordinal)
        )
        {
            problem = typed.Length > 0 && typed.Length <= 255 ? HostNameProblem.IpLiteral : problem;
            return false;
        }
        if (!TryMap(typed, out var unicode, out var ascii))
            return false;
        var labels = ascii.Split('.');
        if (IsNumber(labels[^1]))
            problem = HostNameProblem.IpLiteral;
        else if (labels.Length < 2 || NotPublic.Any(name => IsOrIsUnder(ascii, name)))
            problem = HostNameProblem.SingleLabel;
        else if (ascii.Length <= 253)
        {
            problem = HostNameProblem.None;
            host = new HostName(unicode, ascii);
        }
        return host is not null;
    }

    /// <summary>True for the name itself and for names below it. The border is a dot: "attacker-example.com" is not under "example.com".</summary>
    public static bool IsOrIsUnder(string asciiHost, string parent) =>
        string.Equals(asciiHost, parent, StringComparison.Ordinal)
        || (
            asciiHost.Length > parent.Length
            && asciiHost.EndsWith(parent, StringComparison.Ordinal)
            && asciiHost[^(parent.Length + 1)] == '.'
        );

    private static bool TryMap(string typed, out string unicode, out string ascii)
    {
        var mapping = new IdnMapping { UseStd3AsciiRules = true };
        unicode = ascii = "";
        try
        {
            ascii = mapping.GetAscii(typed.Normalize(NormalizationForm.FormC)).ToLowerInvariant();
            ascii = ascii.EndsWith('.') ? ascii[..^1] : ascii;
            unicode = mapping.GetUnicode(ascii);
            // A label such as "xn--abc" that does not come back the same is a forgery or an error.
            return ascii.Length > 0
                && string.Equals(
                    mapping.GetAscii(unicode),
                    ascii,
                    StringComparison.OrdinalIgnoreCase
                );
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A last label of digits, or of hexadecimal behind 0x, makes the whole an IPv4 address for every browser: 127.1, 2130706433, 0x7f.1.</summary>
    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit)
        || (
            label.StartsWith("0x", StringComparison.Ordinal) && label[2..].All(char.IsAsciiHexDigit)
        );
}
