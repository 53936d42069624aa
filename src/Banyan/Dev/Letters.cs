using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace Banyan.Dev;

/// <summary>A letter as it lies in the outbox.</summary>
internal sealed record DevLetter(
    string File,
    DateTimeOffset Written,
    string To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<(string Name, string Value)> Headers
);

/// <summary>Reads the .eml files that our own folder transport writes; what it does not understand it shows as it stands.</summary>
internal static partial class Letters
{
    private const int Most = 200;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<DevLetter> In(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. new DirectoryInfo(folder)
                    .GetFiles("*.eml")
                    .OrderByDescending(file => file.LastWriteTimeUtc)
                    .ThenByDescending(file => file.Name, StringComparer.Ordinal)
                    .Take(Most)
                    .Select(Read),
            ]
            : [];

    /// <param name="name">As in an address; only the name of a letter, which has 32 hex digits, is looked for.</param>
    public static DevLetter? Find(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, $"{name}.eml"));
        return Guid.TryParseExact(name, "n", out _) && file.Exists ? Read(file) : null;
    }

    internal static DevLetter Parse(string file, DateTimeOffset written, string source)
    {
        var (headers, body) = Split(source.ReplaceLineEndings("\n"));
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Collect(headers, body, parts);
        return new DevLetter(
            file,
            written,
            Value(headers, "To"),
            Value(headers, "Subject"),
            parts.GetValueOrDefault(MediaTypeNames.Text.Plain, ""),
            parts.GetValueOrDefault(MediaTypeNames.Text.Html, ""),
            headers
        );
    }

    private static DevLetter Read(FileInfo file) =>
        Parse(
            Path.GetFileNameWithoutExtension(file.Name),
            new DateTimeOffset(file.LastWriteTimeUtc),
            File.ReadAllText(file.FullName)
        );

    private static void Collect(
        IReadOnlyList<(string Name, string Value)> headers,
        string body,
        Dictionary<string, string> parts
    )
    {
        if (BoundaryOf(Value(headers, "Content-Type"), out var mediaType) is not { } boundary)
        {
            parts[mediaType] = Decode(Value(headers, "Content-Transfer-Encoding"), body);
            return;
        }
        foreach (var piece in body.Split($"--{boundary}").Skip(1).Where(p => p.StartsWith('\n')))
        {
            var (inner, content) = Split(piece[1..]);
            Collect(inner, content.TrimEnd('\n'), parts);
        }
    }

    private static string? BoundaryOf(string header, out string mediaType)
    {
        mediaType = MediaTypeNames.Text.Plain;
        if (header.Length == 0)
            return null;
        try
        {
            var type = new ContentType(header);
            mediaType = type.MediaType;
            return type.Boundary;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static (List<(string Name, string Value)> Headers, string Body) Split(string source)
    {
        var end = source.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? source : source[..end];
        List<(string, string)> headers =
        [
            .. Folding()
                .Replace(head, " ")
                .Split('\n')
                .Select(line => line.Split(':', 2))
                .Where(line => line.Length == 2)
                .Select(line => (line[0], Words(line[1].Trim()))),
        ];
        return (headers, end < 0 ? "" : source[(end + 2)..]);
    }

    private static string Value(IReadOnlyList<(string Name, string Value)> headers, string name) =>
        headers
            .FirstOrDefault(header =>
                string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)
            )
            .Value
        ?? "";

    private static string Decode(string encoding, string body)
    {
        try
        {
            return encoding.ToUpperInvariant() switch
            {
                "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "QUOTED-PRINTABLE" => Quoted(body.Replace("=\n", "", StringComparison.Ordinal)),
                _ => body,
            };
        }
        catch (FormatException)
        {
            return body;
        }
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] == '='
                && at + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(at + 1, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Add(value);
                at += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at].ToString()));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    // White space between two encoded words belongs to neither.
    private static string Words(string value) =>
        EncodedWord()
            .Replace(
                BetweenWords().Replace(value, "?==?"),
                word =>
                    word.Groups["kind"].Value is "B" or "b"
                        ? Decode("base64", word.Groups["text"].Value)
                        : Quoted(word.Groups["text"].Value.Replace('_', ' '))
            );

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Folding();

    [GeneratedRegex(
        @"=\?utf-8\?(?<kind>[BQbq])\?(?<text>[^?]*)\?=",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex BetweenWords();
}
