using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace Banyan.Testing;

/// <summary>Reads as much of MIME as our own mail and a test server's headers need: folded headers, encoded words, multipart, quoted-printable and base64 in UTF-8.</summary>
internal static partial class MimeReader
{
    public static Letter Read(string source)
    {
        var (headers, body) = Split(source.ReplaceLineEndings("\n"));
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Collect(headers, body, parts);
        return new Letter(
            Address(headers.GetValueOrDefault("To", "")),
            headers.GetValueOrDefault("Subject", ""),
            parts.GetValueOrDefault(MediaTypeNames.Text.Plain, ""),
            parts.GetValueOrDefault(MediaTypeNames.Text.Html, ""),
            headers
        );
    }

    private static void Collect(
        IReadOnlyDictionary<string, string> headers,
        string body,
        Dictionary<string, string> parts
    )
    {
        var type = new ContentType(headers.GetValueOrDefault("Content-Type", "text/plain"));
        if (type.Boundary is not { } boundary)
        {
            var encoding = headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit");
            parts[type.MediaType] = Encoding.UTF8.GetString(Decode(encoding, body));
            return;
        }
        var pieces = body.Split($"--{boundary}", StringSplitOptions.None);
        foreach (var piece in pieces.Skip(1).Where(piece => piece.StartsWith('\n')))
        {
            var (inner, content) = Split(piece[1..]);
            Collect(inner, content.TrimEnd('\n'), parts);
        }
    }

    private static (IReadOnlyDictionary<string, string> Headers, string Body) Split(string source)
    {
        var end = source.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? source : source[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(head, " ").Split('\n'))
        {
            if (line.Split(':', 2) is [var name, var value])
                headers[name] = Words(value.Trim());
        }
        return (headers, end < 0 ? "" : source[(end + 2)..]);
    }

    private static byte[] Decode(string encoding, string body) =>
        encoding.ToUpperInvariant() switch
        {
            "BASE64" => Convert.FromBase64String(body),
            "QUOTED-PRINTABLE" => Quoted(body.Replace("=\n", "", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(body),
        };

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length)
            {
                bytes.Add(
                    byte.Parse(
                        text.AsSpan(at + 1, 2),
                        NumberStyles.HexNumber,
                        CultureInfo.InvariantCulture
                    )
                );
                at += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at].ToString()));
        }
        return [.. bytes];
    }

    // White space between two encoded words belongs to neither.
    private static string Words(string value) =>
        EncodedWord()
            .Replace(
                BetweenWords().Replace(value, "?==?"),
                match =>
                    Encoding.UTF8.GetString(
                        match.Groups["kind"].Value is "B" or "b"
                            ? Convert.FromBase64String(match.Groups["text"].Value)
                            : Quoted(match.Groups["text"].Value.Replace('_', ' '))
                    )
            );

    private static string Address(string value) =>
        AngleAddress().Match(value) is { Success: true } match
            ? match.Groups["address"].Value
            : value;

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Folding();

    [GeneratedRegex(
        @"=\?utf-8\?(?<kind>[BQbq])\?(?<text>[^?]*)\?=",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(
        "<(?<address>[^>]+)>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AngleAddress();
}
