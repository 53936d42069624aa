using System.Text.Json;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Rules.Tests.Programs;

/// <summary>Walks the schema beside the table by which files are read: the same keys, words, bounds and patterns in every place.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement s_schema = JsonDocument
        .Parse(ProgramFolder.Text("schema.json"))
        .RootElement;

    [Fact]
    public void The_schema_says_what_the_reader_does()
    {
        var differences = new List<string>();
        Compare("", s_schema, ProgramShape.Whole, differences);
        differences.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_defined_in_vain()
    {
        var text = ProgramFolder.Text("schema.json");
        foreach (
            var name in s_schema
                .GetProperty("$defs")
                .EnumerateObject()
                .Select(definition => definition.Name)
        )
            text.ShouldContain($"\"$ref\": \"#/$defs/{name}\"", Case.Sensitive);
    }

    [Fact]
    public void The_schema_names_the_placeholders_that_letters_know()
    {
        var described = s_schema
            .GetProperty("properties")
            .GetProperty("letters")
            .GetProperty("description")
            .GetString()
            .ShouldNotBeNull();
        Banyan
            .Partnering.Programs.Domain.LetterPlaceholders.In(described)
            .ShouldBe(Banyan.Partnering.Programs.Domain.LetterPlaceholders.All);
    }

    private static void Compare(
        string path,
        JsonElement written,
        Shape shape,
        List<string> differences
    )
    {
        var schema = Resolved(written);
        switch (shape)
        {
            case IObjectShape map:
                Same(path, "type", "object", Word(schema, "type"), differences);
                Same(
                    path,
                    "additionalProperties",
                    "False",
                    schema.GetProperty("additionalProperties").ToString(),
                    differences
                );
                var keys = schema
                    .GetProperty("properties")
                    .EnumerateObject()
                    .Select(property => property.Name);
                Same(
                    path,
                    "keys",
                    string.Join(' ', map.Fields.Select(field => field.Key)),
                    string.Join(' ', keys),
                    differences
                );
                var required = map.Fields.Where(field => field.Required).Select(field => field.Key);
                Same(
                    path,
                    "required",
                    string.Join(' ', required),
                    string.Join(' ', Words(schema, "required")),
                    differences
                );
                Same(
                    path,
                    "one only",
                    map.OneOnly ? "1 1" : " ",
                    $"{Word(schema, "minProperties")} {Word(schema, "maxProperties")}",
                    differences
                );
                foreach (var field in map.Fields)
                {
                    if (
                        schema.GetProperty("properties").TryGetProperty(field.Key, out var property)
                    )
                        Compare($"{path}.{field.Key}", property, field.Shape, differences);
                }
                break;
            case IListShape list:
                Same(path, "type", "array", Word(schema, "type"), differences);
                Same(
                    path,
                    "minItems",
                    list.Fewest == 0 ? "" : $"{list.Fewest}",
                    Word(schema, "minItems"),
                    differences
                );
                Compare($"{path}[]", schema.GetProperty("items"), list.Item, differences);
                break;
            case IChoiceShape choice:
                Same(
                    path,
                    "enum",
                    string.Join(' ', choice.Allowed),
                    string.Join(' ', Words(schema, "enum")),
                    differences
                );
                break;
            case LocalTextShape local:
                var ways = schema.GetProperty("oneOf").EnumerateArray().ToList();
                Same(path, "ways", "2", $"{ways.Count}", differences);
                Compare(path, ways[0], local.One, differences);
                Compare(path, ways[1].GetProperty("additionalProperties"), local.One, differences);
                Same(
                    path,
                    "languages",
                    LocalTextShape.LanguagePattern,
                    Word(Resolved(ways[1].GetProperty("propertyNames")), "pattern"),
                    differences
                );
                break;
            case TextShape text:
                Same(path, "type", "string", Word(schema, "type"), differences);
                Same(path, "maxLength", $"{text.Longest}", Word(schema, "maxLength"), differences);
                Same(path, "pattern", text.Pattern ?? "", Word(schema, "pattern"), differences);
                break;
            case NumberShape number:
                Same(path, "type", "integer", Word(schema, "type"), differences);
                Same(
                    path,
                    "bounds",
                    $"{number.Least} {number.Most}",
                    $"{Word(schema, "minimum")} {Word(schema, "maximum")}",
                    differences
                );
                break;
            case DateShape:
                Same(path, "type", "string", Word(schema, "type"), differences);
                Same(path, "format", "date", Word(schema, "format"), differences);
                Same(path, "pattern", DateShape.Pattern, Word(schema, "pattern"), differences);
                break;
            case TrueOrFalseShape:
                Same(path, "type", "boolean", Word(schema, "type"), differences);
                break;
            default:
                differences.Add($"{path}: a shape that this test does not know");
                break;
        }
    }

    private static JsonElement Resolved(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? s_schema
                .GetProperty("$defs")
                .GetProperty(
                    reference.GetString()!.Replace("#/$defs/", "", StringComparison.Ordinal)
                )
            : schema;

    private static string Word(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var word) ? word.ToString() : "";

    private static IEnumerable<string> Words(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var words)
            ? words.EnumerateArray().Select(word => word.ToString())
            : [];

    private static void Same(
        string path,
        string what,
        string reader,
        string schema,
        List<string> differences
    )
    {
        if (reader != schema)
            differences.Add($"{path} {what}: the reader has '{reader}', the schema has '{schema}'");
    }
}
