using System.Text;

namespace Banyan.Kernel.Text;

/// <summary>What people typed, made safe to keep: composed (NFC), LF line ends, without NUL, other control characters, unpaired surrogates and direction overrides.
/// Nothing that a reader can see is taken away.</summary>
public static class Typed
{
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Keep(rune))
                clean.Append(
                    rune.Value == '\u2028' || rune.Value == '\u2029' ? "\n" : rune.ToString()
                );
        }
        return clean
            .Replace("\r\n", "\n")
            .Replace('\r', '\n')
            .ToString()
            .Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same on one line, without white space around it.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Keep(Rune rune) =>
        rune.Value switch
        {
            '\t' or '\n' or '\r' => true,
            0xFFFD => false,
            >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => false,
            >= 0xFDD0 and <= 0xFDEF => false,
            _ when (rune.Value & 0xFFFE) == 0xFFFE => false,
            _ => !Rune.IsControl(rune),
        };
}
