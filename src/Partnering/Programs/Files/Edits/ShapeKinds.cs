using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>Which shapes are fields of a form, and which are pages of their own.</summary>
internal static class ShapeKinds
{
    private const int MostInline = 3;

    /// <summary>One field, or one for each language.</summary>
    public static bool IsSimple(this Shape shape) =>
        shape
            is TextShape
                or NumberShape
                or DateShape
                or TrueOrFalseShape
                or IChoiceShape
                or LocalTextShape
        || shape.IsLines();

    /// <summary>A list that is typed one item a line, or ticked.</summary>
    public static bool IsLines(this Shape shape) =>
        shape is IListShape { Item: TextShape or NumberShape or IChoiceShape };

    /// <summary>A small map whose fields stand among those of the map around it.</summary>
    public static bool IsInline(this Shape shape) =>
        shape is IObjectShape { OneOnly: false, Fields.Count: <= MostInline } map
        && map.Fields.All(field => field.Shape.IsSimple());

    /// <summary>Whether the parts of the map are all on its own page.</summary>
    public static bool IsWhole(this Shape shape) =>
        shape is not IObjectShape map
        || map.Fields.All(field => field.Shape.IsSimple() || field.Shape.IsInline());
}
