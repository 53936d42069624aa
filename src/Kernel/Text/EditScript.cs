namespace Banyan.Kernel.Text;

/// <summary>The fewest pieces to take out of one sequence and put in to make another.</summary>
internal static class EditScript
{
    /// <returns>Null when more than <paramref name="most"/> pieces are different.</returns>
    public static List<(WordChange Change, string Text)>? Of(
        List<string> before,
        List<string> after,
        int most
    )
    {
        most = Math.Min(most, before.Count + after.Count);
        // For each number of changes so far: how far in the text before one comes on each diagonal (place before - place after).
        var reached = new int[2 * most + 3];
        var trace = new List<int[]>();
        for (var changes = 0; changes <= most; changes++)
        {
            trace.Add(reached[(most + 1 - changes)..(most + 2 + changes)]);
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var added =
                    diagonal == -changes
                    || diagonal != changes && reached[at - 1] < reached[at + 1];
                var x = added ? reached[at + 1] : reached[at - 1] + 1;
                var y = x - diagonal;
                while (
                    x < before.Count
                    && y < after.Count
                    && string.Equals(before[x], after[y], StringComparison.Ordinal)
                )
                    (x, y) = (x + 1, y + 1);
                reached[at] = x;
                if (x >= before.Count && y >= after.Count)
                    return Back(before, after, trace);
            }
        }
        return null;
    }

    private static List<(WordChange Change, string Text)> Back(
        List<string> before,
        List<string> after,
        List<int[]> trace
    )
    {
        var script = new List<(WordChange, string)>();
        var (x, y) = (before.Count, after.Count);
        for (var changes = trace.Count - 1; changes > 0; changes--)
        {
            var reached = trace[changes];
            var diagonal = x - y;
            var at = changes + diagonal;
            var added =
                diagonal == -changes || diagonal != changes && reached[at - 1] < reached[at + 1];
            var fromX = reached[added ? at + 1 : at - 1];
            var fromY = fromX - (added ? diagonal + 1 : diagonal - 1);
            for (; x > (added ? fromX : fromX + 1); x--, y--)
                script.Add((WordChange.Same, before[x - 1]));
            script.Add(
                added ? (WordChange.Added, after[y - 1]) : (WordChange.Removed, before[x - 1])
            );
            (x, y) = (fromX, fromY);
        }
        for (; x > 0; x--)
            script.Add((WordChange.Same, before[x - 1]));
        script.Reverse();
        return script;
    }
}
