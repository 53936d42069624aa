using Banyan.Partnering.Programs.Domain;
using YamlDotNet.Core;

namespace Banyan.Partnering.Programs.Files;

/// <summary>Says in a helpful way what the YAML library could not read, and finds what it would read wrongly in silence.</summary>
internal static class YamlTrouble
{
    /// <summary>A tab among the spaces stands near where the library gave up; where it speaks of one, it names only the beginning of the map.</summary>
    public static void Report(string text, YamlException exception, Problems problems)
    {
        var lines = text.Split('\n');
        var (start, end) = ((int)exception.Start.Line, (int)exception.End.Line);
        var near = exception.Message.Contains("tab", StringComparison.Ordinal)
            ? Enumerable.Range(start, lines.Length)
            : [end, end - 1, start];
        var tab = near.FirstOrDefault(line =>
            line >= 1 && line <= lines.Length && IsIndentedWithTab(lines[line - 1])
        );
        if (tab > 0)
            problems.Add(tab, Place.Root, Texts.Tabs);
        else
            problems.Add(start, Place.Root, Words.Fill(Texts.NotYaml, exception.Message));
    }

    private static bool IsIndentedWithTab(string line) =>
        line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t');

    /// <summary>Characters that no text needs. A NUL ends the file for the library without a word, and a lone surrogate cannot be hashed.</summary>
    public static bool HasStrangeCharacters(string text, Problems problems)
    {
        var before = problems.Count;
        var line = 1;
        var last = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n')
                line++;
            else if (
                char.IsHighSurrogate(character)
                && index + 1 < text.Length
                && char.IsLowSurrogate(text[index + 1])
            )
                index++;
            else if (last != line && PlainText.IsStrange(character))
            {
                last = line;
                problems.Add(
                    line,
                    Place.Root,
                    character == '\uFFFD'
                        ? Texts.NotUtf8
                        : Words.Fill(Texts.StrangeCharacter, (int)character)
                );
            }
        }
        return problems.Count > before;
    }
}
