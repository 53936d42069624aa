using System.Globalization;
using System.Text;

namespace Banyan.Kernel.Domain;

/// <summary>Characters that hide something from the reader or end a header line: control, format (all bidi marks among them), lone surrogates, line and paragraph separators.</summary>
internal static class UnsafeCharacters
{
    public static bool In(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD, which nobody types either.
            if (rune == Rune.ReplacementChar)
                return true;
            if (
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
            )
                return true;
        }
        return false;
    }

    /// <summary>Trims spaces and tabs, no line ends: a line end inside a one-line answer is refused, not mended.</summary>
    public static string TrimSpaces(string text) => text.Trim(' ', '\t', '\u00A0', '\u3000');
}
