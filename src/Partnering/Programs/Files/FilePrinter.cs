using System.Globalization;
using System.Text;

namespace Banyan.Partnering.Programs.Files;

/// <summary>Prints YAML as a person would write it: short texts as they are, long ones folded or line by line, one blank line between the parts of the file.</summary>
internal static class FilePrinter
{
    private const int Width = 100;
    private const string Marks = " .,;:/()'\"?!&@%+=_*–—’#{}-\u200C\u200D";
    private static readonly string[] s_words =
    [
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "null",
    ];

    public static string Print(FileMap root)
    {
        var page = new StringBuilder();
        var previous = false;
        foreach (var entry in root.Entries)
        {
            var part = entry.Value is not FileScalar;
            if (page.Length > 0 && (part || previous))
                page.Append('\n');
            Entry(page, entry, 0);
            previous = part;
        }
        return page.ToString();
    }

    private static void Entry(StringBuilder page, FileEntry entry, int indent)
    {
        page.Append(StandsAsKey(entry.Key) ? entry.Key : Quoted(entry.Key)).Append(':');
        switch (entry.Value)
        {
            case FileMap { Entries.Count: > 0 } map:
                page.Append('\n').Append(' ', indent + 2);
                Map(page, map, indent + 2);
                break;
            case FileList { Items.Count: > 0 } list:
                page.Append('\n');
                List(page, list, indent + 2);
                break;
            default:
                page.Append(' ');
                Small(page, entry.Value, indent + 2);
                break;
        }
    }

    /// <summary>The first key goes where the page stands, the others below it.</summary>
    private static void Map(StringBuilder page, FileMap map, int indent)
    {
        for (var index = 0; index < map.Entries.Count; index++)
        {
            if (index > 0)
                page.Append(' ', indent);
            Entry(page, map.Entries[index], indent);
        }
    }

    private static void List(StringBuilder page, FileList list, int indent)
    {
        foreach (var item in list.Items)
        {
            page.Append(' ', indent).Append("- ");
            if (item is FileMap { Entries.Count: > 0 } map)
                Map(page, map, indent + 2);
            else
                Small(page, item, indent + 2);
        }
    }

    private static void Small(StringBuilder page, FileNode node, int indent)
    {
        switch (node)
        {
            case FileMap:
                page.Append("{}\n");
                break;
            case FileList:
                page.Append("[]\n");
                break;
            case FileScalar { Plain: true } word:
                page.Append(word.Text).Append('\n');
                break;
            case FileScalar scalar:
                Text(page, scalar.Text, indent);
                break;
        }
    }

    private static void Text(StringBuilder page, string text, int indent)
    {
        var lines = text.Split('\n');
        if (lines.Length == 1 && text.Length <= Width)
            page.Append(StandsPlain(text) ? text : Quoted(text)).Append('\n');
        else if (text[0] == ' ' || text.AsSpan().IndexOfAny("\u0085\u2028\u2029\uFEFF") >= 0)
            page.Append(Quoted(text)).Append('\n');
        else if (
            Array.TrueForAll(lines, line => line.Length <= Width)
            || Array.Exists(lines, line => line.StartsWith(' '))
        )
            Block(page, "|-", lines, indent);
        else
            Block(page, ">-", Folded(lines), indent);
    }

    private static void Block(
        StringBuilder page,
        string mark,
        IEnumerable<string> lines,
        int indent
    )
    {
        page.Append(mark).Append('\n');
        foreach (var line in lines)
            page.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
    }

    /// <summary>In a folded text a line break is a blank and n+1 line breaks are n; it breaks only where a single blank stands between words.</summary>
    private static List<string> Folded(string[] lines)
    {
        var folded = new List<string>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
                folded.Add("");
            var rest = lines[index];
            while (rest.Length > Width && Break(rest) is { } at)
            {
                folded.Add(rest[..at]);
                rest = rest[(at + 1)..];
            }
            if (rest.Length > 0)
                folded.Add(rest);
        }
        return folded;
    }

    private static int? Break(string line)
    {
        int? best = null;
        for (var at = 1; at < line.Length - 1; at++)
        {
            if (at > Width && best is not null)
                break;
            if (line[at] == ' ' && line[at - 1] != ' ' && line[at + 1] != ' ')
                best = at;
        }
        return best;
    }

    /// <summary>Begins with a letter, so that it is neither a number nor a mark of YAML.</summary>
    private static bool StandsPlain(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && text.All(IsOrdinary)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && !text.EndsWith(' ')
        && !s_words.Contains(text.ToLowerInvariant());

    private static bool StandsAsKey(string key) =>
        key.Length > 0
        && char.IsAsciiLetter(key[0])
        && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(
                character switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    '\u0085' or '\u2028' or '\u2029' or '\u00A0' => string.Create(
                        CultureInfo.InvariantCulture,
                        $"\\u{(int)character:X4}"
                    ),
                    _ => character.ToString(),
                }
            );
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Joiners belong to words in Hindi and Bangla.</summary>
    private static bool IsOrdinary(char character) =>
        char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
        || Marks.Contains(character);
}
