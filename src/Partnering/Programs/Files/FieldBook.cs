using System.Globalization;
using System.Resources;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files;

/// <summary>
/// What every key of the file is called and means, in words for people who have never seen the file: <c>FieldTexts.resx</c>, by
/// the path of keys such as <c>clauses.summary</c>. A shape that stands in several places has its words at the first of them.
/// </summary>
internal static class FieldBook
{
    private static readonly ResourceManager s_words = new(
        "Banyan.Partnering.Programs.Files.FieldTexts",
        typeof(FieldBook).Assembly
    );
    private static readonly Dictionary<Shape, string> s_places = Places();

    public static string Label(IObjectShape owner, IField field) => Word(PathOf(owner, field));

    public static string Help(IObjectShape owner, IField field) =>
        Word($"{PathOf(owner, field)}:help");

    /// <summary>What one item of the list is: "Clause".</summary>
    public static string One(IObjectShape owner, IField list) => Word($"{PathOf(owner, list)}:one");

    /// <summary>What the button for another item says: "Add a clause".</summary>
    public static string Add(IObjectShape owner, IField list) => Word($"{PathOf(owner, list)}:add");

    /// <summary>A word of a choice, as people say it.</summary>
    public static string Choice(IObjectShape owner, IField field, string word) =>
        s_words.GetString($"{PathOf(owner, field)}:{word}", CultureInfo.CurrentUICulture) ?? word;

    public static string PathOf(IObjectShape owner, IField field) =>
        s_places.GetValueOrDefault((Shape)owner, "") is { Length: > 0 } place
            ? $"{place}.{field.Key}"
            : field.Key;

    /// <summary>Every name that the resource has to hold for the shapes as they are.</summary>
    public static IEnumerable<string> NamesNeeded()
    {
        foreach (var owner in s_places.Keys.OfType<IObjectShape>())
        foreach (var field in owner.Fields)
        {
            var path = PathOf(owner, field);
            yield return path;
            yield return $"{path}:help";
            if (field.Shape is IListShape { Item: not (TextShape or NumberShape or IChoiceShape) })
            {
                yield return $"{path}:one";
                yield return $"{path}:add";
            }
            var item = field.Shape is IListShape list ? list.Item : field.Shape;
            foreach (var word in (item as IChoiceShape)?.Allowed ?? [])
                yield return $"{path}:{word}";
        }
    }

    public static IEnumerable<string> NamesThere()
    {
        var set = s_words.GetResourceSet(
            CultureInfo.InvariantCulture,
            createIfNotExists: true,
            tryParents: false
        )!;
        foreach (System.Collections.DictionaryEntry entry in set)
            yield return (string)entry.Key;
    }

    // A key that nobody has described yet is still a key that one can edit; a test says that it lacks its words.
    private static string Word(string name) =>
        s_words.GetString(name, CultureInfo.CurrentUICulture)
        ?? (name.Contains(':', StringComparison.Ordinal) ? "" : name.Split('.')[^1]);

    private static Dictionary<Shape, string> Places()
    {
        var places = new Dictionary<Shape, string>();
        Walk(ProgramShape.Whole, "", places);
        return places;
    }

    private static void Walk(Shape shape, string path, Dictionary<Shape, string> places)
    {
        if (shape is IListShape list)
            Walk(list.Item, path, places);
        else if (shape is IObjectShape map && places.TryAdd(shape, path))
            foreach (var field in map.Fields)
                Walk(field.Shape, path.Length == 0 ? field.Key : $"{path}.{field.Key}", places);
    }
}
