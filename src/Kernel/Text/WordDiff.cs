using System.Globalization;
using System.Text;

namespace Banyan.Kernel.Text;

public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of one of two texts that is in both, only in the one before, or only in the one after.</summary>
public sealed record WordRun(WordChange Change, string Text);

/// <summary>
/// What is different between two texts, word by word. Everything but the added runs, joined, is the text before; everything but the removed ones
/// is the text after. By E. Myers, "An O(ND) Difference Algorithm" (1986).
/// </summary>
public static class WordDiff
{
    /// <summary>Beyond so many changed words nobody follows single words, and looking for them takes long; then whole lines are compared.</summary>
    private const int MostChanges = 2000;

    public static IReadOnlyList<WordRun> Of(string before, string after) =>
        Runs(
            EditScript.Of(Words(before), Words(after), MostChanges)
                ?? EditScript.Of(Lines(before), Lines(after), MostChanges)
                ?? [(WordChange.Removed, before), (WordChange.Added, after)]
        );

    /// <summary>Joins what stands together. White space alone between two changes belongs to both, so that a changed phrase reads as one.</summary>
    private static List<WordRun> Runs(IEnumerable<(WordChange Change, string Text)> script)
    {
        var runs = new List<WordRun>();
        var (same, removed, added) = (
            new StringBuilder(),
            new StringBuilder(),
            new StringBuilder()
        );
        void End(StringBuilder text, WordChange change)
        {
            if (text.Length > 0)
                runs.Add(new WordRun(change, text.ToString()));
            text.Clear();
        }
        void EndChange()
        {
            // The space at the end of both is no part of what changed.
            while (
                removed.Length > 0
                && added.Length > 0
                && removed[^1] == added[^1]
                && char.IsWhiteSpace(removed[^1])
            )
            {
                same.Insert(0, removed[^1]);
                removed.Length--;
                added.Length--;
            }
            End(removed, WordChange.Removed);
            End(added, WordChange.Added);
        }
        foreach (var (change, text) in script)
        {
            if (change == WordChange.Same)
            {
                if (removed.Length + added.Length > 0 && (same.Length > 0 || !IsWhite(text)))
                    EndChange();
                same.Append(text);
                continue;
            }
            if (removed.Length + added.Length == 0)
                End(same, WordChange.Same);
            else
            {
                removed.Append(same);
                added.Append(same);
                same.Clear();
            }
            (change == WordChange.Removed ? removed : added).Append(text);
        }
        EndChange();
        End(same, WordChange.Same);
        return runs;
    }

    private static bool IsWhite(string text) => text.Length > 0 && char.IsWhiteSpace(text[0]);

    /// <summary>Words, runs of white space, and each other sign alone; never cut within what is read as one letter.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var last = Kind.Sign;
        foreach (var letter in Letters(text))
        {
            var kind = KindOf(letter);
            if (kind != Kind.Sign && kind == last)
                words[^1] += letter;
            else
                words.Add(letter);
            last = kind;
        }
        return words;
    }

    private static IEnumerable<string> Letters(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static Kind KindOf(string letter) =>
        char.IsWhiteSpace(letter[0]) ? Kind.White
        : Rune.GetRuneAt(letter, 0) is var rune && (Rune.IsLetterOrDigit(rune) || IsMark(rune))
            ? Kind.Word
        : Kind.Sign;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private enum Kind
    {
        Sign,
        White,
        Word,
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }
        return lines;
    }
}
