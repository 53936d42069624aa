using System.Text;
using System.Text.RegularExpressions;

namespace Banyan.Kernel.Egress;

/// <summary>Decodes a body as browsers do: byte order mark, then the header, then what the page says of itself, then UTF-8.</summary>
internal static partial class BodyText
{
    private const int PrescanBytes = 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static bool IsText(string contentType) =>
        contentType.Length == 0
        || contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType.EndsWith("+xml", StringComparison.Ordinal)
        || contentType.EndsWith("+json", StringComparison.Ordinal)
        || contentType is "application/xml" or "application/json" or "application/ics";

    public static string Decode(byte[] body, string? headerCharset)
    {
        if (Mark(body) is var (encoding, length))
            return encoding.GetString(body, length, body.Length - length);
        // Pages that are UTF-8 and say otherwise are common; text of another charset is hardly ever valid UTF-8.
        if (IsUtf8(body))
            return Encoding.UTF8.GetString(body);
        return (Named(headerCharset) ?? Named(Declared(body)) ?? Encoding.UTF8).GetString(body);
    }

    private static (Encoding Encoding, int Length)? Mark(byte[] body) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            _ => null,
        };

    private static bool IsUtf8(byte[] body)
    {
        try
        {
            // UTF-16 without a mark, and ISO-2022, pass as UTF-8; their zero and escape bytes give them away.
            return Strict.GetCharCount(body) >= 0
                && Array.IndexOf(body, (byte)0) < 0
                && Array.IndexOf(body, (byte)0x1B) < 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Declared(byte[] body)
    {
        var start = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, PrescanBytes));
        return Charset().Match(start) is { Success: true } match
            ? match.Groups["charset"].Value
            : null;
    }

    private static Encoding? Named(string? name)
    {
        // The web's Latin-1 is Windows-1252.
        var label = name?.Trim('"', '\'', ' ').ToLowerInvariant() switch
        {
            null or "" => null,
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            var other => other,
        };
        if (label is null)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label)
                ?? Encoding.GetEncoding(label);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            // A charset that nobody knows: the next source of the name decides.
            return null;
        }
    }

    [GeneratedRegex(
        "<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?(?<charset>[A-Za-z0-9_:-]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Charset();
}
