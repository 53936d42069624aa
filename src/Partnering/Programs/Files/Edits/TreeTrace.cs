using System.Globalization;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

internal enum Standing
{
    AsItWas,
    Changed,

    /// <summary>Its list is there; the place is that of a new item.</summary>
    ItemGone,

    /// <summary>What it belonged to is gone; the place says only what may stand there.</summary>
    AboveGone,
}

/// <summary>What a form remembers of its place, so that it is found again wherever others moved it: the items on the way to it, and what stood there.</summary>
/// <remarks>Numbers alone lead into the neighbour once a list above was sorted, and equal values, or none yet, do not tell two places apart.</remarks>
internal sealed record TreeTrace(IReadOnlyList<string> Items, string Mark)
{
    private static readonly string s_keyless = default(FileNode).Mark();

    public static TreeTrace Of(TreeSpot spot)
    {
        var items = new List<string>();
        for (var at = spot; at is not null; at = at.Above)
            if (at is { IsItem: true, IsNew: false })
                items.Insert(0, Known(at, last: at == spot));
        return new(items, spot.Node.Mark());
    }

    public static TreeTrace Read(string text)
    {
        var parts = text.Split('.');
        return new(parts[..^1], parts[^1]);
    }

    public override string ToString() => string.Join('.', [.. Items, Mark]);

    /// <summary>Null where no such place can be.</summary>
    public (TreeSpot Spot, Standing Standing)? Find(FileMap root, string address)
    {
        var (spot, standing, item) = (TreeSpot.Whole(root), Standing.AsItWas, 0);
        var steps = TreeSpot.StepsOf(address);
        for (var at = 0; at < steps.Count; at++)
        {
            var last = at == steps.Count - 1;
            var next =
                spot.Shape is IListShape && steps[at] != TreeSpot.New
                    ? Item(spot, steps[at], Items.ElementAtOrDefault(item++) ?? "", last)
                    : spot.Into(steps[at]);
            if (next is null && spot.Shape is IListShape && IsNumber(steps[at]))
            {
                standing =
                    last && standing == Standing.AsItWas ? Standing.ItemGone : Standing.AboveGone;
                next = spot.Into(TreeSpot.New);
            }
            if (next is null)
                return null;
            spot = next;
        }
        return (
            spot,
            standing == Standing.AsItWas && spot.Node.Mark() != Mark ? Standing.Changed : standing
        );
    }

    private TreeSpot? Item(TreeSpot list, string step, string known, bool last)
    {
        var there = list.Into(step);
        var others = Enumerable
            .Range(1, (list.Node as FileList)?.Items.Count ?? 0)
            .Select(number => list.Into(number.ToString(CultureInfo.InvariantCulture))!);
        var all = (there is null ? others : others.Prepend(there)).ToList();
        if (last && all.FirstOrDefault(item => item.Node.Mark() == Mark) is { } same)
            return same;
        // An item without a key that was changed cannot be told from its neighbours: it is the one at its number.
        return (known == s_keyless ? all.Take(there is null ? 0 : 1) : all).FirstOrDefault(item =>
            Known(item, last) == known
        );
    }

    private static string Known(TreeSpot item, bool last) =>
        ((item.Node as FileMap)?.Find("key") ?? (last ? null : item.Node)).Mark();

    private static bool IsNumber(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0;
}
