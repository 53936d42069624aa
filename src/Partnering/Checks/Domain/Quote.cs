using System.Globalization;
using System.Text;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Cuts a piece out of a stranger's text that is safe to show: one line, bounded, without characters that turn the reading direction.</summary>
internal static class Quote
{
    /// <summary>UTF-16 code units, the dots included.</summary>
    public const int MaxLength = 200;
    private const string Dots = "…";

    public static string Of(string text) => Around(text, 0);

    /// <summary>Keeps the given position inside the quote.</summary>
    public static string Around(string text, int position)
    {
        var line = OneLine(text);
        if (line.Length <= MaxLength)
            return line;
        var room = MaxLength - (2 * Dots.Length);
        var start = Math.Clamp(position - (room / 2), 0, line.Length - room);
        var end = start + room;
        // Never half of a surrogate pair.
        if (start > 0 && char.IsLowSurrogate(line[start]))
            start++;
        if (end < line.Length && char.IsLowSurrogate(line[end]))
            end--;
        return (start > 0 ? Dots : "") + line[start..end].Trim() + (end < line.Length ? Dots : "");
    }

    /// <summary>Every run of white space becomes one space; control and bidi characters go.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!char.IsControl(character) && !IsBidi(character))
                line.Append(character);
        }
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Joiners stay: Bangla and Hindi are spelt with them.</summary>
    private static bool IsBidi(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format
        && character is not ('\u200C' or '\u200D');
}
