using System.Globalization;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>Changes to a tree at one place, and the text that it then is. Comments of a text that was typed are lost by it.</summary>
internal static class TreeEdit
{
    /// <summary>The tree of a text that may be incomplete; null where it cannot be read as a tree without losing something.</summary>
    public static FileMap? Read(string text)
    {
        var problems = new Problems();
        return
            !YamlTrouble.HasStrangeCharacters(text, problems)
            && FileTree.Read(text, problems) is FileMap root
            && problems.Count == 0
            ? root
            : null;
    }

    public static string Print(FileMap root) => FilePrinter.Print((FileMap)root.Normal());

    /// <summary>The whole with another value at the place; null takes the key or the item away.</summary>
    public static FileMap Put(TreeSpot spot, FileNode? value)
    {
        while (spot.Above is { } above)
        {
            // Nothing within what is not there: it does not come to be by that.
            value =
                value is null && above.Node is null ? null
                : above.Shape is IListShape
                    ? Item((above.Node as FileList)?.Items ?? [], spot.Steps[^1], value)
                : Key((IObjectShape)above.Shape, above.Node as FileMap, spot.Steps[^1], value);
            spot = above;
        }
        return (FileMap)value!;
    }

    /// <summary>The whole with the item one place further up or down; null where it is the first or last already.</summary>
    public static FileMap? Move(TreeSpot item, bool up)
    {
        var items = ((FileList)item.Above!.Node!).Items.ToList();
        var from = Index(item.Steps[^1]);
        var to = up ? from - 1 : from + 1;
        if (to < 0 || to >= items.Count)
            return null;
        (items[from], items[to]) = (items[to], items[from]);
        return Put(item.Above, FileNodes.List(items));
    }

    /// <summary>A map with one key set, in the order of its shape; keys that the shape does not know stay at the end.</summary>
    public static FileMap Key(IObjectShape shape, FileMap? map, string key, FileNode? value)
    {
        var entries = (map?.Entries ?? []).Where(entry => entry.Key != key).ToList();
        if (value is not null)
            entries.Add(FileNodes.Entry(key, value));
        var order = shape.Fields.Select(field => field.Key).ToList();
        return FileNodes.Map(
            entries.OrderBy(entry =>
                order.IndexOf(entry.Key) is var at and >= 0 ? at : int.MaxValue
            )
        );
    }

    private static FileList Item(IReadOnlyList<FileNode> items, string step, FileNode? value)
    {
        var changed = items.ToList();
        if (step == TreeSpot.New)
            changed.Add(value!);
        else if (value is null)
            changed.RemoveAt(Index(step));
        else
            changed[Index(step)] = value;
        return FileNodes.List(changed);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture) - 1;
}
