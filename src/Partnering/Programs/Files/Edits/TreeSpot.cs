using System.Globalization;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>A place in a program: what may stand there and what does. Written as an address, <c>form/sections/1/questions/2</c>, counted as people count.</summary>
/// <param name="Steps">Keys, and numbers of items from 1.</param>
/// <param name="Owner">The map of which the nearest key is one.</param>
/// <param name="Field">That key; null for the program as a whole.</param>
/// <param name="Node">Null where nothing stands there yet.</param>
/// <param name="Above">The place around it; null for the whole.</param>
internal sealed record TreeSpot(
    IReadOnlyList<string> Steps,
    Shape Shape,
    IObjectShape Owner,
    IField? Field,
    FileNode? Node,
    TreeSpot? Above
)
{
    /// <summary>Stands for the item after the last one.</summary>
    public const string New = "new";

    public string Address => string.Join('/', Steps);

    public bool IsItem => Above?.Shape is IListShape;

    /// <summary>It is, or belongs to, an item that is not there yet.</summary>
    public bool IsNew => Steps.Contains(New);

    /// <summary>As problems name it: <c>form.sections[0].questions[1]</c>.</summary>
    public string Path =>
        string.Concat(
            Steps.Select(
                (step, at) =>
                    step == New ? $"[{((Above?.Node as FileList)?.Items.Count ?? 0)}]"
                    : int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                        ? $"[{n - 1}]"
                    : at == 0 ? step
                    : $".{step}"
            )
        );

    /// <summary>What a person would call it.</summary>
    public string Title =>
        Field is null ? ""
        : !IsItem ? FieldBook.Label(Owner, Field)
        : IsNew ? FieldBook.Add(Owner, Field)
        : FileNodes.TitleOf(Shape, Node) is { Length: > 0 } title ? title
        : $"{FieldBook.One(Owner, Field)} {Steps[^1]}";

    /// <summary>From the part of the file down to this place, without the place itself.</summary>
    public IEnumerable<TreeSpot> Trail()
    {
        var trail = new List<TreeSpot>();
        for (var spot = Above; spot?.Field is not null; spot = spot.Above)
            if (!spot.IsNew)
                trail.Insert(0, spot);
        // A map that is nothing but a list is its list to people.
        return trail.Where(above => above.Shape is not IObjectShape { Fields: [_] });
    }

    public static TreeSpot Whole(FileMap root) =>
        new([], ProgramShape.Whole, ProgramShape.Whole, null, root, null);

    public static IReadOnlyList<string> StepsOf(string? address) =>
        (address ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null where no such place can be.</summary>
    public static TreeSpot? Find(FileMap root, string? address)
    {
        TreeSpot? spot = Whole(root);
        foreach (var step in StepsOf(address))
            spot = spot?.Into(step);
        return spot;
    }

    public TreeSpot? Into(string step)
    {
        switch (Shape)
        {
            case IObjectShape map
                when map.Fields.FirstOrDefault(field => field.Key == step) is { } field:
                return new(
                    [.. Steps, step],
                    field.Shape,
                    map,
                    field,
                    (Node as FileMap)?.Find(step),
                    this
                );
            case IListShape list when step == New:
                return new([.. Steps, step], list.Item, Owner, Field, null, this);
            case IListShape list
                when int.TryParse(
                    step,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    && Node is FileList items
                    && number >= 1
                    && number <= items.Items.Count:
                return new(
                    [.. Steps, number.ToString(CultureInfo.InvariantCulture)],
                    list.Item,
                    Owner,
                    Field,
                    items.Items[number - 1],
                    this
                );
            default:
                return null;
        }
    }
}
