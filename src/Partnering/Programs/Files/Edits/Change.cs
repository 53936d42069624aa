namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>One difference between two texts of a program.</summary>
/// <param name="Place">From the part of the file down to the field, as people call them.</param>
/// <param name="Says">What became of it; for a long text only that its words changed.</param>
/// <param name="Words">Of a long text, word by word.</param>
internal sealed record Change(
    IReadOnlyList<string> Place,
    string Says,
    IReadOnlyList<WordPart> Words
)
{
    public string Where => string.Join(" › ", Place);

    public override string ToString() => $"{Where}: {Says}";
}
