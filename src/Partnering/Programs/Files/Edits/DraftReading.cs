using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>What stands between a working copy and its publication.</summary>
/// <param name="Definition">Null while something has to be mended.</param>
internal sealed record DraftReading(
    ProgramDefinition? Definition,
    IReadOnlyList<FileProblem> Problems
)
{
    /// <param name="slug">What the program and its organisation are called; a working copy cannot become another program.</param>
    public static DraftReading Of(string text, string organisation, string slug)
    {
        var read = ProgramFile.Read(text, "");
        if (read.Definition is not { } definition)
            return new(null, read.Problems);
        var problems = new List<FileProblem>();
        if (definition.Organisation != organisation)
            problems.Add(Stays("organisation", organisation));
        if (definition.Slug != slug)
            problems.Add(Stays("slug", slug));
        return new(problems.Count == 0 ? definition : null, problems);

        FileProblem Stays(string key, string value) =>
            new(LineOf(text, key), key, Words.Fill(Texts.StaysAsItIs, value));
    }

    /// <summary>Those at or below one of the places.</summary>
    public IEnumerable<FileProblem> Under(string path) =>
        Problems.Where(problem => IsUnder(problem.Path, path));

    public static bool IsUnder(string path, string place) =>
        place.Length == 0
        || path.StartsWith(place, StringComparison.Ordinal)
            && (path.Length == place.Length || path[place.Length] is '.' or '[');

    private static int LineOf(string text, string key) =>
        Math.Max(
            1,
            1
                + Array.FindIndex(
                    text.Split('\n'),
                    line => line.StartsWith($"{key}:", StringComparison.Ordinal)
                )
        );
}
