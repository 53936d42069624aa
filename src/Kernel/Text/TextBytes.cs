using System.Text;
using System.Text.Json.Serialization;

namespace Banyan.Kernel.Text;

/// <summary>How the bytes of a file are read as text.</summary>
public enum TextEncoding
{
    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    [JsonStringEnumMemberName("utf-16")]
    Utf16,

    [JsonStringEnumMemberName("windows-1252")]
    Windows1252,
}

/// <param name="Certain">False where nothing in the bytes says which; a person has to look.</param>
public sealed record DecodedText(string Text, TextEncoding Encoding, bool Certain);

/// <summary>Bytes of a file that somebody exported somewhere, as text without its byte order mark.</summary>
public static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Whoever saves a table from an old spreadsheet in Europe or America gets this one.
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    private static readonly Encoding WindowsStrict = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <param name="wanted">What a person said; null: found from the bytes.</param>
    public static DecodedText Decode(byte[] bytes, TextEncoding? wanted)
    {
        var encoding = wanted ?? Find(bytes, out _);
        var certain = wanted is not null || Find(bytes, out var sure) == encoding && sure;
        var text = encoding switch
        {
            TextEncoding.Utf8 => Encoding.UTF8.GetString(bytes),
            TextEncoding.Utf16 => (
                IsBigEndian(bytes) ? Encoding.BigEndianUnicode : Encoding.Unicode
            ).GetString(bytes),
            TextEncoding.Windows1252 => Windows.GetString(bytes),
        };
        return new DecodedText(text.TrimStart('\uFEFF'), encoding, certain);
    }

    /// <summary>What a text was before UTF-8 was taken for Windows-1252 once ("Ã©" for "é"); null where it reads as nothing of the kind.</summary>
    public static string? Mended(string text)
    {
        if (text.All(char.IsAscii))
            return null;
        try
        {
            return Strict.GetString(WindowsStrict.GetBytes(text));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TextEncoding Find(byte[] bytes, out bool certain)
    {
        certain = true;
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
            return TextEncoding.Utf8;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || HasNulsBetween(bytes))
            return TextEncoding.Utf16;
        try
        {
            Strict.GetCharCount(bytes);
            return TextEncoding.Utf8;
        }
        catch (DecoderFallbackException)
        {
            certain = false;
            return TextEncoding.Windows1252;
        }
    }

    private static bool IsBigEndian(byte[] bytes) =>
        bytes is [0xFE, 0xFF, ..] || bytes is [0, not 0, ..];

    // A header is mostly Latin letters, of which one byte of two is nought.
    private static bool HasNulsBetween(byte[] bytes)
    {
        var beginning = bytes.AsSpan(0, Math.Min(bytes.Length, 64));
        return beginning.Length >= 4 && beginning.Count((byte)0) * 3 >= beginning.Length;
    }
}
