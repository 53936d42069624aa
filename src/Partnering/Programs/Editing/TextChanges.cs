using System.Globalization;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Edits;

namespace Banyan.Partnering.Programs.Editing;

internal static class TextChanges
{
    /// <summary>What changed between two texts; of one that is no tree, only that it is another text, word by word.</summary>
    public static IReadOnlyList<Change> Between(string before, string after) =>
        TreeEdit.Read(before) is { } old && TreeEdit.Read(after) is { } young
            ? FileDiff.Between(old, young)
        : before == after ? []
        : [new([Texts.WholeFile], Texts.WholeFileChanged, (before, after))];
}

internal static class Versions
{
    /// <summary>As a form carries it.</summary>
    public static string Of(ProgramDraft draft) =>
        draft.Version.ToString(CultureInfo.InvariantCulture);
}
