namespace Banyan.Partnering.Programs.Files.Edits;

internal enum WordFate
{
    Kept,
    Added,
    TakenOut,
}

/// <summary>Some words of a text with the blanks after them.</summary>
internal sealed record WordPart(WordFate Fate, string Text);

/// <summary>What became of the words between two texts.</summary>
internal static class WordDiff
{
    /// <summary>Beyond this the middle of two texts is not compared word by word; both are shown whole.</summary>
    private const int MostCells = 1_000_000;

    public static IReadOnlyList<WordPart> Of(string before, string after)
    {
        var (old, young) = (Split(before), Split(after));
        var head = 0;
        while (head < old.Count && head < young.Count && old[head] == young[head])
            head++;
        var tail = 0;
        while (
            tail < old.Count - head
            && tail < young.Count - head
            && old[^(tail + 1)] == young[^(tail + 1)]
        )
            tail++;
        var parts = new List<WordPart>();
        Add(parts, WordFate.Kept, old[..head]);
        Middle(parts, old[head..^tail], young[head..^tail]);
        Add(parts, WordFate.Kept, old[^tail..]);
        return parts;
    }

    private static void Middle(List<WordPart> parts, List<string> old, List<string> young)
    {
        var same = Sequences.Common(old, young, MostCells);
        var (left, right) = (0, 0);
        foreach (var (atOld, atYoung) in same)
        {
            Add(parts, WordFate.TakenOut, old[left..atOld]);
            Add(parts, WordFate.Added, young[right..atYoung]);
            Add(parts, WordFate.Kept, [old[atOld]]);
            (left, right) = (atOld + 1, atYoung + 1);
        }
        Add(parts, WordFate.TakenOut, old[left..]);
        Add(parts, WordFate.Added, young[right..]);
    }

    private static void Add(List<WordPart> parts, WordFate fate, List<string> words)
    {
        if (words.Count == 0)
            return;
        var text = string.Concat(words);
        if (parts.Count > 0 && parts[^1].Fate == fate)
            parts[^1] = new(fate, parts[^1].Text + text);
        else
            parts.Add(new(fate, text));
    }

    // A word carries the blanks behind it, so that the parts put together are the text.
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (
                at < text.Length
                && (char.IsWhiteSpace(text[at]) || !char.IsWhiteSpace(text[at - 1]))
            )
                continue;
            words.Add(text[start..at]);
            start = at;
        }
        return words;
    }
}

internal static class Sequences
{
    /// <summary>The longest row of equal things that two lists have in common, as pairs of places; nothing where comparing would cost more than so many steps.</summary>
    public static IReadOnlyList<(int Old, int Young)> Common<T>(
        IReadOnlyList<T> old,
        IReadOnlyList<T> young,
        int mostCells
    )
    {
        var pairs = new List<(int, int)>();
        if ((long)(old.Count + 1) * (young.Count + 1) > mostCells)
            return pairs;
        var lengths = new int[old.Count + 1, young.Count + 1];
        for (var row = old.Count - 1; row >= 0; row--)
        for (var column = young.Count - 1; column >= 0; column--)
            lengths[row, column] = Equals(old[row], young[column])
                ? lengths[row + 1, column + 1] + 1
                : Math.Max(lengths[row + 1, column], lengths[row, column + 1]);
        for (var (row, column) = (0, 0); row < old.Count && column < young.Count; )
        {
            if (Equals(old[row], young[column]))
                pairs.Add((row++, column++));
            else if (lengths[row + 1, column] >= lengths[row, column + 1])
                row++;
            else
                column++;
        }
        return pairs;
    }
}
