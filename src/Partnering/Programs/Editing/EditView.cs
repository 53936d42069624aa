using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>A place of a working copy as its page shows it: its own fields, the parts that have pages of their own, and what has to be mended.</summary>
internal sealed record EditView(string Slug, TreeSpot Spot, DraftReading Reading)
{
    public bool IsBasics => Spot.Field is null;
    public string Title => IsBasics ? Texts.BasicsTitle : Spot.Title;
    public string Address => EditPlace.AddressOf(Spot);

    public string Help =>
        IsBasics ? Texts.BasicsHelp
        : Spot.IsItem ? ""
        : FieldBook.Help(Spot.Owner, Spot.Field!);

    /// <summary>The fields, each with what the reading of the whole finds wrong with it.</summary>
    public IReadOnlyList<EditField> Fields(params IReadOnlyList<string> languages)
    {
        var fields = EditForm.Of(Spot, languages);
        return
        [
            .. fields.Select(field =>
                field.Kind == EditKind.Group
                    ? field
                    : field with
                    {
                        Error = Problems(fields)
                            .FirstOrDefault(problem => problem.Field == field.Name)
                            ?.Sentence,
                    }
            ),
        ];
    }

    /// <summary>What stands between this form and being kept: all that its own fields can mend.</summary>
    public IReadOnlyList<FieldProblem> Problems(IReadOnlyList<EditField> fields) =>
        [
            .. Reading
                .Under(IsBasics ? "" : Spot.Path)
                .Select(problem => (problem, Field: FieldOf(problem, fields)))
                .Where(pair => pair.Field is not null)
                .Select(pair => new FieldProblem(
                    pair.Field!,
                    Sentence(pair.problem, fields, pair.Field!)
                ))
                .DistinctBy(problem => problem.Field),
        ];

    /// <summary>What is wrong with the place as a whole, or between its parts; it is said, and does not stand against keeping it.</summary>
    public IReadOnlyList<FileProblem> Loose()
    {
        var fields = EditForm.Of(Spot);
        return IsBasics
            ? []
            : [.. Reading.Under(Spot.Path).Where(problem => FieldOf(problem, fields) is null)];
    }

    public IReadOnlyList<EditLink> Links()
    {
        if (Spot.Shape is not IObjectShape map)
            return [];
        return
        [
            .. map
                .Fields.Where(field =>
                    !field.Shape.IsSimple()
                    && (IsBasics || map.OneOnly || !field.Shape.IsInline())
                    && (!map.OneOnly || (Spot.Node as FileMap)?.Find(field.Key) is not null)
                )
                .Select(field => Link(Spot.Into(field.Key)!)),
        ];
    }

    public IReadOnlyList<EditLink> Items() =>
        [
            .. Enumerable
                .Range(1, (Spot.Node as FileList)?.Items.Count ?? 0)
                .Select(number => Link(Spot.Into(number.ToString(CultureInfo.InvariantCulture))!)),
        ];

    public static EditView Basics(string slug, FileMap root, DraftReading reading) =>
        new(slug, TreeSpot.Whole(root), reading);

    private EditLink Link(TreeSpot part)
    {
        // A map that is nothing but a list is skipped on the way to it.
        var target = part;
        while (target.Shape is IObjectShape { Fields: [var only] } && !only.Shape.IsSimple())
            target = target.Into(only.Key)!;
        return new(
            part.Title,
            part.IsItem ? "" : FieldBook.Help(part.Owner, part.Field!),
            Shown(target),
            EditLinks.Edit(Slug, target.Address),
            Reading.Under(part.Path).Count()
        );
    }

    private static string Shown(TreeSpot spot) =>
        spot.Shape switch
        {
            IListShape => (spot.Node as FileList)?.Items.Count switch
            {
                null or 0 => Texts.NoneYet,
                1 => Texts.OneEntry,
                { } count => Texts.Entries.With(count),
            },
            IObjectShape { OneOnly: true } rule
                when spot.Node is FileMap { Entries: [var only] }
                    && rule.Fields.FirstOrDefault(field => field.Key == only.Key) is { } field =>
                FieldBook.Label(rule, field),
            _ when spot.IsItem => "",
            IObjectShape map when spot.Node is null && map.Fields.All(field => !field.Required) =>
                Texts.AsUsual,
            _ => spot.Node is null ? Texts.NotSet : "",
        };

    private string? FieldOf(FileProblem problem, IReadOnlyList<EditField> fields)
    {
        var exact = fields
            .Where(field =>
                field.Kind != EditKind.Group && DraftReading.IsUnder(problem.Path, field.Path)
            )
            .MaxBy(field => field.Path.Length);
        // With which of the keys, or with none, is a matter of the first field; so is a text that has no language yet.
        if (exact is not null)
            return exact.Name;
        var first = fields.FirstOrDefault(field =>
            field.Kind != EditKind.Group
            && problem.Path.Length > Spot.Path.Length
            && DraftReading.IsUnder(field.Path, problem.Path)
        );
        if (first is not null)
            return first.Name;
        return problem.Path == Spot.Path && !IsBasics && Spot.Shape.IsWhole()
            ? fields.FirstOrDefault(field => field.Kind != EditKind.Group)?.Name
            : null;
    }

    private static string Sentence(
        FileProblem problem,
        IReadOnlyList<EditField> fields,
        string name
    ) =>
        problem.Text == Words.Fill(Files.Texts.Missing, problem.Path.Split('.')[^1])
        || problem.Text == Files.Texts.NoValue
            ? Texts.FillIn.With(fields.First(field => field.Name == name).Label)
            : problem.Text;
}
