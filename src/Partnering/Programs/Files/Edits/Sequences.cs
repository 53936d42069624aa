namespace Banyan.Partnering.Programs.Files.Edits;

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
