using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files;

/// <summary>Says in a helpful way what the YAML library could not read, and finds what it would read wrongly in silence.</summary>
internal static class YamlTrouble
{
    /// <param name="line">Counted from 1: where the library gave up.</param>
    public static string Sentence(string text, int line, string message)
    {
        var lines = text.Split('\n');
        for (var index = Math.Max(line - 2, 0); index < Math.Min(line, lines.Length); index++)
        {
            var written = lines[index];
            if (
                written
                    .AsSpan(0, written.Length - written.AsSpan().TrimStart().Length)
                    .Contains('\t')
            )
                return Texts.Tabs;
        }
        return Words.Fill(Texts.NotYaml, message);
    }

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
