using System.Diagnostics.CodeAnalysis;

namespace Banyan.Partnering.Programs.Files.Shapes;

internal interface IObjectShape
{
    IReadOnlyList<IField> Fields { get; }

    /// <summary>True where exactly one of the keys is given, as in a decision rule.</summary>
    bool OneOnly { get; }
}

/// <summary>A map with known keys. <paramref name="declare"/> names each key once, for reading and writing, and returns how the whole is built from what was read.</summary>
/// <param name="check">Rules about the whole, run when every part was read.</param>
internal sealed class ObjectShape<T> : Shape<T>, IObjectShape
    where T : notnull
{
    private readonly Fields<T> _fields = new();
    private readonly Func<FieldValues, T> _build;
    private readonly Action<T, FileMap, Problems>? _check;

    public ObjectShape(
        Func<Fields<T>, Func<FieldValues, T>> declare,
        Action<T, FileMap, Problems>? check = null,
        bool oneOnly = false
    )
    {
        _build = declare(_fields);
        _check = check;
        OneOnly = oneOnly;
    }

    public IReadOnlyList<IField> Fields => _fields.All;
    public bool OneOnly { get; }

    public override bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out T value
    )
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        if (node is not FileMap map)
            return Refuse(node, problems, Words.Fill(Texts.NeedsMap, Words.List(Keys)), out value);
        var before = problems.Count;
        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Key)))
        {
            var unknown = Words.Fill(Texts.UnknownKey, Excerpt.Of(entry.Key), Words.List(Keys));
            problems.Add(
                entry.Line,
                node.Place.Key(entry.Key),
                unknown + Words.DidYouMean(entry.Key, Keys)
            );
        }
        var values = new FieldValues();
        var whole = true;
        foreach (var field in _fields.All)
            whole &= field.TryRead(map, problems, values);
        if (OneOnly && map.Entries.Count != 1)
            return Refuse(
                node,
                problems,
                Words.Fill(Texts.ExactlyOne, Words.List(Keys)),
                out value
            );
        // The one thing that is there may be none of those that are known, which is told above.
        if (!whole || OneOnly && !Keys.Contains(map.Entries[0].Key))
        {
            value = default;
            return false;
        }
        value = _build(values);
        _check?.Invoke(value, map, problems);
        return problems.Count == before;
    }

    public override FileNode Write(T value) =>
        new FileMap(
            0,
            Place.Root,
            [
                .. _fields
                    .All.Select(field => (field.Key, Node: field.Write(value)))
                    .Where(pair => pair.Node is not null)
                    .Select(pair => new FileEntry(pair.Key, 0, pair.Node!)),
            ]
        );

    private IEnumerable<string> Keys => _fields.All.Select(each => each.Key);
}
