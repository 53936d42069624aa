using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>What changed between two texts of a program, in words. It knows shapes and no keys, so it also says what changed in keys that come later.</summary>
internal sealed class FileDiff
{
    private const int MostCells = 250_000;
    private readonly List<Change> _changes = [];

    private FileDiff() { }

    public static IReadOnlyList<Change> Between(FileMap before, FileMap after)
    {
        var diff = new FileDiff();
        diff.Map(ProgramShape.Whole, before, after, []);
        return diff._changes;
    }

    private void Map(IObjectShape shape, FileMap? before, FileMap? after, string[] place)
    {
        if (shape.OneOnly && KeyOf(before) is { } old && KeyOf(after) is { } young && old != young)
            Say(place, Texts.Became, Named(shape, old), Named(shape, young));
        foreach (var field in shape.Fields)
        {
            var (left, right) = (before?.Find(field.Key), after?.Find(field.Key));
            // Of the one that is chosen no more its name says enough.
            if (shape.OneOnly && right is null && after is not null)
                continue;
            Field(shape, field, left, right, [.. place, FieldBook.Label(shape, field)]);
        }
    }

    private void Field(
        IObjectShape owner,
        IField field,
        FileNode? before,
        FileNode? after,
        string[] place
    )
    {
        if (field.Shape.IsSimple())
            Simple(owner, field, before ?? field.Absent, after ?? field.Absent, place);
        else if (field.Shape is IListShape list)
            List(owner, field, list, Items(before), Items(after), place);
        else if (field.Shape is IObjectShape map)
            Part(map, before as FileMap, after as FileMap, place, named: owner.OneOnly);
    }

    /// <param name="named">True where the place has said already that it became this one.</param>
    private void Part(
        IObjectShape shape,
        FileMap? before,
        FileMap? after,
        string[] place,
        bool named
    )
    {
        var first = _changes.Count;
        Map(shape, before, after, place);
        // A part in which everything is as it is without it, is not there for anybody.
        if (_changes.Count == first || named)
            return;
        if (before is null)
            _changes.Insert(first, new(place, Texts.Added));
        if (after is null)
        {
            _changes.RemoveRange(first, _changes.Count - first);
            Say(place, Texts.TakenOut);
        }
    }

    private void Simple(
        IObjectShape owner,
        IField field,
        FileNode? before,
        FileNode? after,
        string[] place
    )
    {
        if (field.Shape is LocalTextShape)
            Languages(before, after, place);
        else if (field.Shape is IListShape)
            Lines(owner, field, before, after, place);
        else
            Words(ValueWords.Of(owner, field, before), ValueWords.Of(owner, field, after), place);
    }

    private void Languages(FileNode? before, FileNode? after, string[] place)
    {
        var (old, young) = (before.Languages(), after.Languages());
        var all = old.Keys.Union(young.Keys).OrderBy(language => language != "en").ToList();
        foreach (var language in all)
            Words(
                Value.Words(PlainText.Normal(old.GetValueOrDefault(language, ""))),
                Value.Words(PlainText.Normal(young.GetValueOrDefault(language, ""))),
                all is ["en"] ? place : [.. place, LanguageWords.Of(language)]
            );
    }

    private void Words(Value before, Value after, string[] place)
    {
        if (before.Text == after.Text)
            return;
        if (before.Text.Length == 0)
            Say(place, Texts.IsNow, after.Shown);
        else if (after.Text.Length == 0)
            Say(place, Texts.WasTakenOut, before.Shown);
        else if (before.IsLong || after.IsLong)
            _changes.Add(new(place, Texts.Reworded, (before.Text, after.Text)));
        else
            Say(
                place,
                before.IsYesNo ? Texts.ChangedFromTo : Texts.Became,
                before.Shown,
                after.Shown
            );
    }

    private void Lines(
        IObjectShape owner,
        IField field,
        FileNode? before,
        FileNode? after,
        string[] place
    )
    {
        var (old, young) = (
            ValueWords.Lines(owner, field, before),
            ValueWords.Lines(owner, field, after)
        );
        foreach (var line in young.Except(old))
            Say(place, Texts.AddedOne, line);
        foreach (var line in old.Except(young))
            Say(place, Texts.TookOutOne, line);
        if (!old.SequenceEqual(young) && old.Order().SequenceEqual(young.Order()))
            Say(place, Texts.OtherOrder);
    }

    private void List(
        IObjectShape owner,
        IField field,
        IListShape list,
        IReadOnlyList<FileNode> before,
        IReadOnlyList<FileNode> after,
        string[] place
    )
    {
        var pairs = Pairs.Of(before, after, MostCells);
        // A map that is nothing but its list lends it its name.
        var above = owner.Fields.Count == 1 && place.Length > 1 ? place[..^1] : place;
        foreach (var (old, young) in pairs)
        {
            if (old is null)
                Say(above, Texts.AddedOne, FileNodes.TitleOf(list.Item, young));
            else if (young is null)
                Say(above, Texts.TookOutOne, FileNodes.TitleOf(list.Item, old));
            else if (list.Item is IObjectShape map)
                Map(map, old as FileMap, young as FileMap, Inside(above, field, map, young));
            else
                Languages(old, young, above);
        }
        if (Pairs.Moved(before, pairs))
            Say(above, Texts.OtherOrder);
    }

    // Sections and questions are known by their titles; the words "Sections" and "Questions" between them would only be in the way.
    private static string[] Inside(string[] above, IField list, IObjectShape item, FileNode node) =>
        [
            .. list.Required && above.Length > 1 ? above[..^1] : above,
            FileNodes.TitleOf((Shape)item, node),
        ];

    private void Say(string[] place, string words, params object[] values) =>
        _changes.Add(new(place, Files.Words.Fill(words, values)));

    private static string Named(IObjectShape shape, string key) =>
        FieldBook.Label(shape, shape.Fields.First(field => field.Key == key)).Quoted();

    private static string? KeyOf(FileMap? map) => map?.Entries is [var only] ? only.Key : null;

    private static IReadOnlyList<FileNode> Items(FileNode? node) => (node as FileList)?.Items ?? [];
}
