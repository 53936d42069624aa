using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Architecture.Tests;

/// <summary>The JSON Schema of the program file. What stands in several places is defined once, under the name of its first key.</summary>
internal sealed class ProgramSchema
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };
    private readonly Dictionary<Shape, int> _uses = [];
    private readonly Dictionary<Shape, string> _names = [];
    private readonly JsonObject _definitions = [];

    private ProgramSchema() { }

    public static string Print()
    {
        var schema = new ProgramSchema();
        schema.Count(ProgramShape.Whole);
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:banyan:program:1",
            ["title"] = "Banyan program file",
            ["description"] =
                "Everything that one version of a partner program says. banyan program check also finds what a schema cannot, such as a condition on a question that does not exist.",
        };
        foreach (var (name, value) in schema.Inside(ProgramShape.Whole).ToList())
            root[name] = value?.DeepClone();
        root["$defs"] = schema._definitions;
        return root.ToJsonString(s_readable) + "\n";
    }

    private void Count(Shape shape)
    {
        _uses[shape] = _uses.GetValueOrDefault(shape) + 1;
        if (_uses[shape] > 1)
            return;
        if (shape is IListShape list)
            Count(list.Item);
        else if (shape is LocalTextShape local)
            // Two ways to write it, and both are the same text.
            Count(local.One);
        else if (shape is IObjectShape map)
            foreach (var field in map.Fields)
                Count(field.Shape);
    }

    private JsonObject Of(Shape shape, string key)
    {
        if (
            _uses[shape] == 1 && shape is not LocalTextShape
            || shape is TrueOrFalseShape or NumberShape
        )
            return Inside(shape, key);
        if (!_names.TryGetValue(shape, out var name))
        {
            name = key;
            for (var number = 2; _names.ContainsValue(name); number++)
                name = $"{key}{number}";
            _names[shape] = name;
            _definitions[name] = Inside(shape, key);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Inside(Shape shape, string key = "") =>
        shape switch
        {
            IObjectShape map => Map(map),
            IListShape list => List(list, key),
            IChoiceShape choice => new JsonObject
            {
                ["enum"] = new JsonArray([
                    .. choice.Allowed.Select(word => (JsonNode)JsonValue.Create(word)),
                ]),
            },
            LocalTextShape local => new JsonObject
            {
                ["oneOf"] = new JsonArray(
                    Inside(local.One),
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["minProperties"] = 1,
                        ["propertyNames"] = new JsonObject
                        {
                            ["pattern"] = LocalTextShape.LanguagePattern,
                        },
                        ["additionalProperties"] = Inside(local.One),
                    }
                ),
            },
            TextShape { Pattern: { } pattern } text => new JsonObject
            {
                ["type"] = "string",
                ["maxLength"] = text.Longest,
                ["pattern"] = pattern,
            },
            TextShape text => new JsonObject { ["type"] = "string", ["maxLength"] = text.Longest },
            NumberShape number => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = number.Least,
                ["maximum"] = number.Most,
            },
            DateShape => new JsonObject
            {
                ["type"] = "string",
                ["format"] = "date",
                ["pattern"] = DateShape.Pattern,
            },
            TrueOrFalseShape => new JsonObject { ["type"] = "boolean" },
            _ => throw new InvalidOperationException("Say in ProgramSchema what this shape is."),
        };

    private JsonObject List(IListShape list, string key)
    {
        var schema = new JsonObject { ["type"] = "array" };
        if (list.Fewest > 0)
            schema["minItems"] = list.Fewest;
        schema["items"] = Of(list.Item, key.TrimEnd('s'));
        return schema;
    }

    private JsonObject Map(IObjectShape map)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (map.OneOnly)
            (schema["minProperties"], schema["maxProperties"]) = (1, 1);
        var required = map.Fields.Where(field => field.Required).ToList();
        if (required.Count > 0)
            schema["required"] = new JsonArray([
                .. required.Select(field => (JsonNode)JsonValue.Create(field.Key)),
            ]);
        var properties = new JsonObject();
        schema["properties"] = properties;
        foreach (var field in map.Fields)
        {
            var property = Of(field.Shape, field.Key);
            property["title"] = FieldBook.Label(map, field);
            property["description"] = FieldBook.Help(map, field);
            if (Default(field) is { } absent)
                property["default"] = absent;
            properties[field.Key] = property;
        }
        return schema;
    }

    private static JsonNode? Default(IField field) =>
        field.Absent switch
        {
            FileScalar { Plain: true } word => JsonNode.Parse(word.Text),
            FileScalar text => JsonValue.Create(text.Text),
            FileList list => new JsonArray([
                .. list
                    .Items.OfType<FileScalar>()
                    .Select(item => (JsonNode)JsonValue.Create(item.Text)),
            ]),
            _ => null,
        };
}
