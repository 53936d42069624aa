using Banyan.Kernel.Ui.Fields;

namespace Banyan.Partnering.Programs.Editing;

internal enum EditKind
{
    Line,
    Long,
    Number,
    YesNo,
    Choice,
    Select,
    Many,
    Lines,

    /// <summary>No field: the name of the small map whose fields follow.</summary>
    Group,
}

/// <summary>One field of the form of a place.</summary>
/// <param name="Path">The place of its value, as problems name it.</param>
internal sealed record EditField(string Name, string Path, string Label, string Help, EditKind Kind)
{
    public string Value { get; init; } = "";
    public IReadOnlyList<string> Values { get; init; } = [];
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public bool Optional { get; init; }

    /// <summary>BCP 47, where the text is in one language of several.</summary>
    public string? Language { get; init; }
    public string? Error { get; init; }
}

/// <summary>A part that has a page of its own.</summary>
/// <param name="Shown">What it holds, in a few words.</param>
/// <param name="Problems">How much of it has to be mended.</param>
internal sealed record EditLink(string Label, string Help, string Shown, string Href, int Problems);
