namespace Banyan.Partnering.Programs.Files;

/// <summary>Something in a program file that has to be mended.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Path">Like <c>form.sections[0].questions[3].type</c>; empty where the file as a whole is meant.</param>
internal sealed record FileProblem(int Line, string Path, string Text);

/// <summary>Gathers what is wrong, so that a person mends a file in one go.</summary>
internal sealed class Problems
{
    /// <summary>More help nobody: a file that is not YAML at all would otherwise answer with thousands of lines.</summary>
    private const int Most = 200;
    private readonly List<FileProblem> _found = [];

    public int Count => _found.Count;

    public void Add(FileNode node, string text) => Add(node.Line, node.Place, text);

    public void Add(int line, Place place, string text)
    {
        if (_found.Count < Most)
            _found.Add(new FileProblem(Math.Max(line, 1), place.ToString(), text));
    }

    public IReadOnlyList<FileProblem> InOrder() =>
        [.. _found.Distinct().OrderBy(problem => problem.Line)];
}
