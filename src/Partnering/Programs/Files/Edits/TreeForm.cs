using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Shapes;
using NodaTime.Text;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>What was typed into the form of a place, as a value of the tree. Whether it is right is said by reading the whole.</summary>
/// <param name="sent">All fields by name; a field that was not sent keeps what stands there.</param>
internal sealed class TreeForm(IReadOnlyDictionary<string, IReadOnlyList<string>> sent)
{
    /// <summary>The field of a place that is no map.</summary>
    public const string Value = "value";

    /// <summary>Which one of the keys, where exactly one is given.</summary>
    public const string Which = "which";

    /// <summary>What the program is known by does not change: another address would be another program.</summary>
    public static readonly IReadOnlyList<string> Fixed = ["banyan", "organisation", "slug"];

    /// <summary>Null where nothing is left of it.</summary>
    public FileNode? Read(TreeSpot spot)
    {
        if (spot.Shape is not IObjectShape map)
            return Simple(spot.Shape, spot.Node, Value, null)
                ?? (spot.IsItem ? FileScalar.OfText("") : null);
        var read = map.OneOnly
            ? OneOf(map, spot.Node as FileMap)
            : Map(map, spot.Node as FileMap, "", inline: spot.Field is not null);
        return
            read.Entries.Count == 0
            && spot is { IsItem: false, Field.Required: false }
            // The one that is chosen is chosen, though it says nothing more.
            && spot.Above?.Shape is not IObjectShape { OneOnly: true }
            ? null
            : read;
    }

    private FileMap Map(IObjectShape shape, FileMap? current, string prefix, bool inline)
    {
        var map = current ?? FileNodes.EmptyMap;
        foreach (var field in shape.Fields)
        {
            var name = prefix + field.Key;
            var there = map.Find(field.Key);
            if (field.Shape.IsSimple() && (inline || !Fixed.Contains(field.Key)))
                map = TreeEdit.Key(
                    shape,
                    map,
                    field.Key,
                    Simple(field.Shape, there, name, field.Absent)
                );
            else if (inline && field.Shape.IsInline())
            {
                var part = Map((IObjectShape)field.Shape, there as FileMap, $"{name}.", inline);
                map = TreeEdit.Key(
                    shape,
                    map,
                    field.Key,
                    part.Entries.Count == 0 && !field.Required ? null : part
                );
            }
        }
        return map;
    }

    private FileMap OneOf(IObjectShape shape, FileMap? current)
    {
        var which = Text(Which);
        if (shape.Fields.FirstOrDefault(field => field.Key == which) is not { } chosen)
            return current ?? FileNodes.EmptyMap;
        var there = current?.Find(chosen.Key);
        var value = chosen.Shape.IsSimple()
            ? Simple(chosen.Shape, there, chosen.Key, null) ?? FileScalar.OfText("")
            : there ?? FileNodes.EmptyMap;
        return FileNodes.Map([FileNodes.Entry(chosen.Key, value)]);
    }

    private FileNode? Simple(Shape shape, FileNode? current, string name, FileNode? absent)
    {
        if (shape is LocalTextShape)
            return Languages(current, name);
        if (shape is IListShape list)
            return Lines(list.Item, current, name, absent);
        if (!sent.ContainsKey(name))
            return current;
        var scalar = Scalar(shape, Text(name));
        return scalar is not null && scalar.Mark() == absent.Mark() ? null : scalar;
    }

    private FileNode? Languages(FileNode? current, string name)
    {
        var typed = sent
            .Keys.Where(key =>
                key.StartsWith($"{name}.", StringComparison.Ordinal)
                && !key[(name.Length + 1)..].Contains('.', StringComparison.Ordinal)
            )
            .ToList();
        if (typed.Count == 0)
            return current;
        var words = new SortedDictionary<string, string>(
            current.Languages().ToDictionary(),
            StringComparer.Ordinal
        );
        foreach (var key in typed)
            words[key[(name.Length + 1)..]] = PlainText.Normal(Text(key));
        var kept = words.Where(pair => pair.Value.Length > 0).ToList();
        if (kept.Count == 0)
            return null;
        return kept is [{ Key: "en" } english]
            ? FileScalar.OfText(english.Value)
            : FileNodes.Map(
                kept.OrderBy(pair => pair.Key != "en")
                    .Select(pair => FileNodes.Entry(pair.Key, FileScalar.OfText(pair.Value)))
            );
    }

    private FileNode? Lines(Shape item, FileNode? current, string name, FileNode? absent)
    {
        if (item is not IChoiceShape && !sent.ContainsKey(name))
            return current;
        var lines = sent.TryGetValue(name, out var values) ? values : [];
        if (item is not IChoiceShape)
            lines = Text(name).Split('\n');
        var items = lines.Select(line => Scalar(item, line)).OfType<FileNode>().ToList();
        var list = FileNodes.List(items);
        // Where an absent list means something else than an empty one, the empty one is said.
        return items.Count == 0 && absent is null || list.Mark() == absent.Mark() ? null : list;
    }

    private static FileScalar? Scalar(Shape shape, string typed)
    {
        var text = PlainText.Normal(typed);
        return text.Length == 0 ? null
            : shape is TrueOrFalseShape ? FileScalar.OfWord(text == "yes" ? "true" : "false")
            : shape is DateShape && TypedDate.TryRead(text, out var date, out _)
                ? FileScalar.OfWord(LocalDatePattern.Iso.Format(date))
            : shape is NumberShape
            && int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? FileScalar.OfWord(number.ToString(CultureInfo.InvariantCulture))
            : FileScalar.OfText(text);
    }

    private string Text(string name) =>
        sent.TryGetValue(name, out var values) ? values.FirstOrDefault("") : "";
}
