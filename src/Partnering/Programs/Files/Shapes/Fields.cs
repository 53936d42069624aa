using System.Diagnostics.CodeAnalysis;

namespace Banyan.Partnering.Programs.Files.Shapes;

internal interface IField
{
    string Key { get; }
    bool Required { get; }
    Shape Shape { get; }

    /// <summary>What an absent key means; null where it means nothing.</summary>
    FileNode? Absent { get; }
}

/// <summary>What was read under each key, asked for by the field that declared it.</summary>
internal sealed class FieldValues
{
    private readonly Dictionary<IField, object?> _read = [];

    public TValue Of<TOwner, TValue>(Field<TOwner, TValue> field) => (TValue)_read[field]!;

    public void Set(IField field, object? value) => _read[field] = value;
}

internal abstract class Field<TOwner>(string key, Shape shape, bool required) : IField
{
    public string Key => key;
    public Shape Shape => shape;
    public bool Required => required;
    public FileNode? Absent { get; init; }

    public abstract bool TryRead(FileMap map, Problems problems, FieldValues values);

    /// <summary>Null where the value is the one that an absent key means.</summary>
    public abstract FileNode? Write(TOwner owner);
}

/// <typeparam name="TValue">What the record holds, which may be null where the shape's own value may not.</typeparam>
internal abstract class Field<TOwner, TValue>(string key, Shape shape, bool required)
    : Field<TOwner>(key, shape, required);

internal delegate bool TryReadValue<TValue>(
    FileNode node,
    Problems problems,
    [MaybeNullWhen(false)] out TValue value
);

internal sealed class DeclaredField<TOwner, TValue>(
    string key,
    Shape shape,
    TryReadValue<TValue> read,
    Func<TOwner, FileNode?> write,
    (bool Given, TValue? Value) absent
) : Field<TOwner, TValue>(key, shape, required: !absent.Given)
{
    public override bool TryRead(FileMap map, Problems problems, FieldValues values)
    {
        if (map.Find(Key) is not { } node)
        {
            values.Set(this, absent.Value);
            if (Required)
                problems.Add(map.Line, map.Place.Key(Key), Words.Fill(Texts.Missing, Key));
            return !Required;
        }
        if (!read(node, problems, out var value))
            return false;
        values.Set(this, value);
        return true;
    }

    public override FileNode? Write(TOwner owner) => write(owner);
}

/// <summary>Declares the keys of a map, in the order in which they are written.</summary>
internal sealed class Fields<TOwner>
{
    private readonly List<Field<TOwner>> _all = [];

    public IReadOnlyList<Field<TOwner>> All => _all;

    public Field<TOwner, TValue> Required<TValue>(
        string key,
        Shape<TValue> shape,
        Func<TOwner, TValue> get
    )
        where TValue : notnull =>
        Add(
            new DeclaredField<TOwner, TValue>(
                key,
                shape,
                shape.TryRead,
                owner => shape.Write(get(owner)),
                (false, default)
            )
        );

    /// <summary>Left out where it has its default, or is a map in which everything has.</summary>
    public Field<TOwner, TValue> Optional<TValue>(
        string key,
        Shape<TValue> shape,
        Func<TOwner, TValue> get,
        TValue absent
    )
        where TValue : notnull =>
        Add(
            new DeclaredField<TOwner, TValue>(
                key,
                shape,
                shape.TryRead,
                owner =>
                    EqualityComparer<TValue>.Default.Equals(get(owner), absent) ? null
                    : shape.Write(get(owner)) is var node and not FileMap { Entries.Count: 0 }
                        ? node
                    : null,
                (true, absent)
            )
            {
                Absent =
                    shape.CanWrite(absent)
                    && shape.Write(absent) is var written and not FileMap { Entries.Count: 0 }
                        ? written
                        : null,
            }
        );

    /// <summary>Left out where it is null.</summary>
    public Field<TOwner, TValue?> Maybe<TValue>(
        string key,
        Shape<TValue> shape,
        Func<TOwner, TValue?> get
    )
        where TValue : class =>
        Add(
            new DeclaredField<TOwner, TValue?>(
                key,
                shape,
                shape.TryRead,
                owner => get(owner) is { } value ? shape.Write(value) : null,
                (true, null)
            )
        );

    /// <summary>Left out where it is null.</summary>
    public Field<TOwner, TValue?> MaybeValue<TValue>(
        string key,
        Shape<TValue> shape,
        Func<TOwner, TValue?> get
    )
        where TValue : struct =>
        Add(
            new DeclaredField<TOwner, TValue?>(
                key,
                shape,
                (FileNode node, Problems problems, out TValue? value) =>
                {
                    var fine = shape.TryRead(node, problems, out var read);
                    value = fine ? read : null;
                    return fine;
                },
                owner => get(owner) is { } value ? shape.Write(value) : null,
                (true, null)
            )
        );

    /// <summary>Left out where it is empty, or is what an absent key means.</summary>
    public Field<TOwner, IReadOnlyList<TItem>> List<TItem>(
        string key,
        ListShape<TItem> shape,
        Func<TOwner, IReadOnlyList<TItem>> get,
        IReadOnlyList<TItem>? absent = null
    )
        where TItem : notnull =>
        Add(
            new DeclaredField<TOwner, IReadOnlyList<TItem>>(
                key,
                shape,
                shape.TryRead,
                owner => get(owner).SequenceEqual(absent ?? []) ? null : shape.Write(get(owner)),
                (true, absent ?? [])
            )
            {
                Absent = absent is null ? null : shape.Write(absent),
            }
        );

    private Field<TOwner, TValue> Add<TValue>(DeclaredField<TOwner, TValue> field)
    {
        _all.Add(field);
        return field;
    }
}
