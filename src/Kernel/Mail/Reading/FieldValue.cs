using System.Text;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>A value with parameters, as in <c>text/plain; charset="utf-8"</c>: RFC 2045, and RFC 2231 for names of files in other letters or in pieces.</summary>
internal sealed class FieldValue
{
    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    private FieldValue(string value) => Value = value;

    /// <summary>What stands before the first semicolon, in small letters.</summary>
    public string Value { get; }

    public static FieldValue Read(string? source)
    {
        var parts = Parts(source ?? "");
        var read = new FieldValue(parts[0].Trim().ToLowerInvariant());
        foreach (var part in parts.Skip(1))
        {
            if (part.IndexOf('=') is var equals and > 0)
                read.parameters.TryAdd(
                    part[..equals].Trim(),
                    Unquoted(part[(equals + 1)..].Trim())
                );
        }
        return read;
    }

    /// <returns>Null where there is no such parameter.</returns>
    public string? Parameter(string name)
    {
        if (parameters.TryGetValue(name, out var plain))
            return EncodedWords.Read(plain);
        if (parameters.TryGetValue($"{name}*", out var extended))
            return Extended(extended);
        var pieces = new StringBuilder();
        for (var piece = 0; ; piece++)
        {
            if (parameters.TryGetValue($"{name}*{piece}*", out var coded))
                pieces.Append(coded);
            else if (parameters.TryGetValue($"{name}*{piece}", out var literal))
                pieces.Append(Uri.EscapeDataString(literal));
            else
                break;
        }
        return pieces.Length == 0 ? null : Extended(pieces.ToString());
    }

    // utf-8'en'a%20name.pdf
    private static string Extended(string value)
    {
        var parts = value.Split('\'', 3);
        var (charset, text) = parts.Length == 3 ? (parts[0], parts[2]) : ("utf-8", value);
        return Charsets.Decode(charset, PercentBytes(text));
    }

    private static byte[] PercentBytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] == '%'
                && at + 2 < text.Length
                && char.IsAsciiHexDigit(text[at + 1])
                && char.IsAsciiHexDigit(text[at + 2])
            )
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(at + 1, 2))[0]);
                at += 2;
            }
            else
                bytes.Add((byte)text[at]);
        }
        return [.. bytes];
    }

    /// <summary>At semicolons that stand outside quotes.</summary>
    private static List<string> Parts(string source)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < source.Length; at++)
        {
            var letter = source[at];
            if (letter == '\\' && quoted && at + 1 < source.Length)
            {
                part.Append(letter).Append(source[++at]);
                continue;
            }
            quoted ^= letter == '"';
            if (letter == ';' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
                part.Append(letter);
        }
        parts.Add(part.ToString());
        return parts;
    }

    private static string Unquoted(string value)
    {
        if (value is not ['"', ..])
            return value;
        var text = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length && value[at] != '"'; at++)
            text.Append(value[at] == '\\' && at + 1 < value.Length ? value[++at] : value[at]);
        return text.ToString();
    }
}
