namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>One difference between two texts of a program.</summary>
/// <param name="Place">From the part of the file down to the field, as people call them.</param>
/// <param name="Says">What became of it; for a long text only that its words changed.</param>
/// <param name="Reworded">Before and after, where a long text was reworded.</param>
internal sealed record Change(
    IReadOnlyList<string> Place,
    string Says,
    (string Before, string After)? Reworded = null
)
{
    public string Where => string.Join(" › ", Place);

    public override string ToString() => $"{Where}: {Says}";
}
