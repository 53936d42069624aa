using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;
using Choice = Banyan.Kernel.Ui.Fields.Choice;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The fields of a place, made from its shape alone. A key that is added to the shapes is on its form without another line.</summary>
/// <param name="languages">Shown besides those that a text has.</param>
internal sealed class EditForm(TreeSpot spot, IReadOnlyList<string> languages)
{
    private const int MostRadios = 5;
    private const int LongestLine = 300;
    private readonly List<EditField> _fields = [];

    /// <summary>True within a small map that may be left out: none of its fields has to be filled in then.</summary>
    private bool _mayBeLeftOut;

    public static IReadOnlyList<EditField> Of(TreeSpot spot, params IReadOnlyList<string> languages)
    {
        var form = new EditForm(spot, languages);
        form.Make();
        return form._fields;
    }

    private void Make()
    {
        if (spot.Shape is not IObjectShape map)
            Add(spot.Owner, spot.Field!, spot.Shape, spot.Node, TreeForm.Value, spot.Path, spot);
        else if (map.OneOnly)
            Which(map);
        else
            Map(map, spot.Node as FileMap, "", spot.Path);
    }

    private void Map(IObjectShape shape, FileMap? map, string prefix, string path)
    {
        var whole = spot.Field is null;
        string At(IField field) => path.Length == 0 ? field.Key : $"{path}.{field.Key}";
        foreach (var field in shape.Fields.Where(field => field.Shape.IsSimple()))
            if (!whole || !TreeForm.Fixed.Contains(field.Key))
                Add(
                    shape,
                    field,
                    field.Shape,
                    map?.Find(field.Key),
                    prefix + field.Key,
                    At(field),
                    null
                );
        // Small maps come last: what stands below their heading belongs to them.
        foreach (var field in shape.Fields.Where(field => !whole && field.Shape.IsInline()))
        {
            _fields.Add(
                new(
                    prefix + field.Key,
                    At(field),
                    FieldBook.Label(shape, field),
                    FieldBook.Help(shape, field),
                    EditKind.Group
                )
            );
            _mayBeLeftOut = !field.Required;
            Map(
                (IObjectShape)field.Shape,
                map?.Find(field.Key) as FileMap,
                $"{prefix}{field.Key}.",
                At(field)
            );
            _mayBeLeftOut = false;
        }
    }

    private void Which(IObjectShape shape)
    {
        var map = spot.Node as FileMap;
        _fields.Add(
            new(
                TreeForm.Which,
                spot.Path,
                FieldBook.Label(spot.Owner, spot.Field!),
                "",
                EditKind.Choice
            )
            {
                Value = map?.Entries is [var only] ? only.Key : "",
                Choices =
                [
                    .. shape.Fields.Select(field => new Choice(
                        field.Key,
                        FieldBook.Label(shape, field),
                        FieldBook.Help(shape, field)
                    )),
                ],
            }
        );
        foreach (var field in shape.Fields.Where(field => field.Shape.IsSimple()))
            Add(
                shape,
                field,
                field.Shape,
                map?.Find(field.Key),
                field.Key,
                $"{spot.Path}.{field.Key}",
                null
            );
    }

    private void Add(
        IObjectShape owner,
        IField field,
        Shape shape,
        FileNode? node,
        string name,
        string path,
        TreeSpot? item
    )
    {
        var label = item is { IsItem: true }
            ? FieldBook.One(owner, field)
            : FieldBook.Label(owner, field);
        var one = new EditField(name, path, label, FieldBook.Help(owner, field), KindOf(shape))
        {
            Optional =
                (_mayBeLeftOut || !field.Required)
                && field.Absent is null
                && item is not { IsItem: true },
            Value = ((node ?? field.Absent) as FileScalar)?.Text ?? "",
        };
        var choices = (shape is IListShape list ? list.Item : shape) as IChoiceShape;
        if (choices is not null)
            one = one with
            {
                Choices =
                [
                    .. choices.Allowed.Select(word => new Choice(
                        word,
                        FieldBook.Choice(owner, field, word)
                    )),
                ],
            };
        if (shape is LocalTextShape)
            Languages(one, node);
        else if (shape is TrueOrFalseShape)
            _fields.Add(
                one with
                {
                    Optional = false,
                    Value =
                        one.Value == "true" ? "yes"
                        : one.Value == "false" ? "no"
                        : "",
                }
            );
        else if (shape is IListShape)
        {
            var values = ((node ?? field.Absent) as FileList)?.Items.OfType<FileScalar>();
            IReadOnlyList<string> typed = [.. (values ?? []).Select(value => value.Text)];
            _fields.Add(one with { Values = typed, Value = string.Join('\n', typed) });
        }
        else
            _fields.Add(one);
    }

    private void Languages(EditField one, FileNode? node)
    {
        var words = node.Languages();
        var all = words.Keys.Append("en").Union(languages).Distinct().ToList();
        foreach (var language in all.OrderBy(language => language != "en").ThenBy(tag => tag))
            _fields.Add(
                one with
                {
                    Name = $"{one.Name}.{language}",
                    Path = node is FileMap ? $"{one.Path}.{language}" : one.Path,
                    Label =
                        all.Count == 1
                            ? one.Label
                            : Texts.InLanguage.With(one.Label, LanguageWords.Of(language)),
                    Help = language == "en" ? one.Help : "",
                    Language = language == "en" ? null : language,
                    Optional = one.Optional || language != "en" && words.ContainsKey("en"),
                    Value = words.GetValueOrDefault(language, ""),
                }
            );
    }

    private static EditKind KindOf(Shape shape) =>
        shape switch
        {
            LocalTextShape local => IsLong(local.One) ? EditKind.Long : EditKind.Line,
            TextShape text => IsLong(text) ? EditKind.Long : EditKind.Line,
            DateShape => EditKind.Line,
            NumberShape => EditKind.Number,
            TrueOrFalseShape => EditKind.YesNo,
            IChoiceShape { Allowed.Count: <= MostRadios } => EditKind.Choice,
            IChoiceShape => EditKind.Select,
            IListShape { Item: IChoiceShape } => EditKind.Many,
            _ => EditKind.Lines,
        };

    // A pattern says what a line is; what has none may have several.
    private static bool IsLong(TextShape text) =>
        text.Pattern is null && text.Longest > LongestLine;
}
