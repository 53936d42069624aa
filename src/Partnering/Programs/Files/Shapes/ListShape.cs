using System.Diagnostics.CodeAnalysis;

namespace Banyan.Partnering.Programs.Files.Shapes;

internal interface IListShape
{
    Shape Item { get; }
    int Fewest { get; }
}

/// <param name="uniqueBy">The key of each item that no other item of the list may have.</param>
internal sealed class ListShape<T>(Shape<T> item, int fewest = 0, string? uniqueBy = null)
    : Shape<IReadOnlyList<T>>,
        IListShape
    where T : notnull
{
    public Shape Item => item;
    public int Fewest => fewest;

    public override bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out IReadOnlyList<T> value
    )
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        if (node is not FileList list)
            return Refuse(node, problems, Texts.NeedsList, out value);
        if (list.Items.Count < fewest)
            return Refuse(node, problems, Words.Fill(Texts.TooFew, fewest), out value);
        var before = problems.Count;
        if (uniqueBy is not null)
            Repeated.Report(list.Items.OfType<FileMap>(), uniqueBy, problems);
        var read = new List<T>();
        foreach (var each in list.Items)
        {
            if (item.TryRead(each, problems, out var one))
                read.Add(one);
        }
        value = read;
        return read.Count == list.Items.Count && problems.Count == before;
    }

    public override FileNode Write(IReadOnlyList<T> value) =>
        new FileList(0, Place.Root, [.. value.Select(item.Write)]);
}

internal static class Repeated
{
    /// <summary>Reports each map whose text under the key stood in an earlier one.</summary>
    public static void Report(IEnumerable<FileMap> maps, string key, Problems problems)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var map in maps)
        {
            if (
                map.Find(key) is FileScalar { Text.Length: > 0 } scalar
                && !seen.TryAdd(scalar.Text, scalar.Line)
            )
                problems.Add(
                    scalar,
                    Words.Fill(Texts.Twice, Excerpt.Of(scalar.Text), seen[scalar.Text])
                );
        }
    }
}
