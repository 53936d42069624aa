using System.Globalization;
using System.Text;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Architecture.Tests;

/// <summary>The reference of the program file and its JSON Schema, printed from the shapes and their words. BANYAN_WRITE_DOCS=1 ./test architecture writes them anew.</summary>
public sealed class ProgramFileDocs
{
    [Fact]
    public void The_reference_is_what_the_shapes_say() =>
        Compare(Path.Combine("docs", "reference", "program-file.md"), Reference());

    [Fact]
    public void The_schema_is_what_the_shapes_say() =>
        Compare(Path.Combine("programs", "schema.json"), ProgramSchema.Print());

    [Fact]
    public void It_bites_on_a_key_without_its_row()
    {
        Reference().ShouldContain("| `latestWeeksBefore` | whole number, 0 to 104 | | Apply at");
        Reference().ShouldContain("| `mandatory` | true or false | true | Must be met.");
    }

    private static string Reference()
    {
        var text = new StringBuilder(
            """
            # The program file

            Printed from the code by a test; do not edit.

            A partner program is one YAML file. `banyan program check FILE` names every problem with its line; an editor that
            knows JSON Schema does so while one types, with `programs/schema.json`. [The guide](../guides/programs.md) says how
            to change a program without the file. A key in **bold** has to be there. *Text* may be a text in English or a map
            from languages (`en`, `bn`, `pt-BR`) to texts. What is left out has the default; without one it is not there.

            """
        );
        var printed = new HashSet<Shape>();
        Object(text, ProgramShape.Whole, "The whole file", "", printed);
        return text.ToString();
    }

    private static void Object(
        StringBuilder text,
        IObjectShape map,
        string title,
        string path,
        HashSet<Shape> printed
    )
    {
        if (!printed.Add((Shape)map))
            return;
        text.Append("\n## ").Append(title).Append("\n\n");
        if (map.OneOnly)
            text.Append("Exactly one of these keys.\n\n");
        text.Append("| Key | What it is | Default | Meaning |\n| --- | --- | --- | --- |\n");
        foreach (var field in map.Fields)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Key(map, field)} | {Kind(map, field)} |{Default(field)} | {Meaning(map, field)} |\n"
            );
        foreach (var field in map.Fields)
        {
            var at = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
            var shape = field.Shape is IListShape list ? list.Item : field.Shape;
            if (shape is IObjectShape inner)
                Object(
                    text,
                    inner,
                    field.Shape is IListShape ? $"`{at}`, each item" : $"`{at}`",
                    at,
                    printed
                );
        }
    }

    private static string Key(IObjectShape map, IField field) =>
        field.Required && !map.OneOnly ? $"**`{field.Key}`**" : $"`{field.Key}`";

    private static string Kind(IObjectShape map, IField field) =>
        Kind(field.Shape)
        + (
            (field.Shape is IListShape list ? list.Item : field.Shape) is IChoiceShape choice
                ? string.Concat(
                    choice.Allowed.Select(word =>
                        $"<br>`{word}`: {FieldBook.Choice(map, field, word)}"
                    )
                )
                : ""
        );

    private static string Kind(Shape shape) =>
        shape switch
        {
            NumberShape number => string.Create(
                CultureInfo.InvariantCulture,
                $"whole number, {number.Least} to {number.Most}"
            ),
            DateShape => "day, as 2026-09-18",
            TrueOrFalseShape => "true or false",
            IChoiceShape => "one of",
            LocalTextShape local => $"text, {Long(local.One)}",
            TextShape text => $"word or line, {Long(text)}",
            IListShape { Fewest: > 0 } list => $"list, at least {list.Fewest}: {Kind(list.Item)}",
            IListShape list => $"list: {Kind(list.Item)}",
            IObjectShape => "keys, see below",
            _ => throw new InvalidOperationException("Say in ProgramFileDocs what this shape is."),
        };

    private static string Long(TextShape text) =>
        string.Create(CultureInfo.InvariantCulture, $"at most {text.Longest} characters")
        + (
            text.Pattern is { } pattern
                ? $", `{pattern.Replace("|", "\\|", StringComparison.Ordinal)}`"
                : ""
        );

    private static string Default(IField field) =>
        field.Absent switch
        {
            FileScalar scalar => $" {scalar.Text}",
            FileList list =>
                $" {string.Join(", ", list.Items.OfType<FileScalar>().Select(item => item.Text))}",
            _ => "",
        };

    private static string Meaning(IObjectShape map, IField field) =>
        $"{FieldBook.Label(map, field).TrimEnd('.')}. {FieldBook.Help(map, field)}";

    private static void Compare(string path, string printed)
    {
        var file = Path.Combine(House.Root, path);
        if (Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, printed);
        }
        File.ReadAllText(file)
            .ShouldBe(printed, "BANYAN_WRITE_DOCS=1 ./test architecture writes it anew");
    }
}
