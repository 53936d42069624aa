namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>Which item of a list became which: by their keys where all have one, else by being equal, and between equal ones by their place.</summary>
internal static class Pairs
{
    public static IReadOnlyList<(FileNode? Old, FileNode? Young)> Of(
        IReadOnlyList<FileNode> before,
        IReadOnlyList<FileNode> after,
        int mostCells
    ) =>
        Keyed(before) is { } old && Keyed(after) is { } young
            ?
            [
                .. young.Select(pair => (old.GetValueOrDefault(pair.Key), (FileNode?)pair.Value)),
                .. old.Where(pair => !young.ContainsKey(pair.Key))
                    .Select(pair => ((FileNode?)pair.Value, (FileNode?)null)),
            ]
            : ByPlace(before, after, mostCells);

    /// <summary>Whether items that both lists have stand in another order.</summary>
    public static bool Moved(
        IReadOnlyList<FileNode> before,
        IReadOnlyList<(FileNode? Old, FileNode? Young)> pairs
    )
    {
        var order = before.ToList();
        var places = pairs
            .Where(pair => pair is { Old: not null, Young: not null })
            .Select(pair => order.IndexOf(pair.Old!))
            .ToList();
        return !places.SequenceEqual(places.Order());
    }

    // The dictionary keeps the order in which it was filled; nothing is taken out of it.
    private static Dictionary<string, FileNode>? Keyed(IReadOnlyList<FileNode> items)
    {
        var keyed = new Dictionary<string, FileNode>(StringComparer.Ordinal);
        return items.All(item =>
            (item as FileMap)?.Text("key") is { } key && keyed.TryAdd(key, item)
        )
            ? keyed
            : null;
    }

    private static List<(FileNode?, FileNode?)> ByPlace(
        IReadOnlyList<FileNode> before,
        IReadOnlyList<FileNode> after,
        int mostCells
    )
    {
        var pairs = new List<(FileNode?, FileNode?)>();
        var same = Sequences.Common(
            [.. before.Select(FileNodes.Mark)],
            [.. after.Select(FileNodes.Mark)],
            mostCells
        );
        var (left, right) = (0, 0);
        foreach (var (old, young) in same.Append((before.Count, after.Count)))
        {
            for (; left < old || right < young; )
                pairs.Add(
                    (left < old ? before[left++] : null, right < young ? after[right++] : null)
                );
            if (old < before.Count && young < after.Count)
                pairs.Add((before[left++], after[right++]));
        }
        return pairs;
    }
}
