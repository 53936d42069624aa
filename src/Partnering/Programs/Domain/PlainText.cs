using System.Text;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>The one way in which a program's texts are kept, so that equal texts have equal fingerprints on every machine.</summary>
internal static class PlainText
{
    /// <summary>Line breaks as "\n", no blanks at the ends of lines or around the text, no characters that cannot be shown.</summary>
    public static string Normal(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => Shown(line).TrimEnd());
        return string.Join('\n', lines).Trim();
    }

    /// <summary>Control characters except tab and line breaks, half surrogates, byte order marks, and the mark that a decoder leaves for what it could not read.</summary>
    public static bool IsStrange(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085'))
        || char.IsSurrogate(character)
        || character is '\uFEFF' or '\uFFFD' or '\uFFFE' or '\uFFFF';

    private static string Shown(string line)
    {
        var shown = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (
                char.IsHighSurrogate(line[index])
                && index + 1 < line.Length
                && char.IsLowSurrogate(line[index + 1])
            )
                shown.Append(line, index++, 2);
            else if (line[index] == '\t')
                shown.Append(' ');
            else if (!IsStrange(line[index]))
                shown.Append(line[index]);
        }
        return shown.ToString();
    }
}
