using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Files;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The file as a text in a field, and what was found in it.</summary>
/// <param name="Seen">The version of the working copy from which it was typed on.</param>
/// <param name="Problems">Null while nobody asked.</param>
/// <param name="MayKeep">Whether it can be kept although it cannot be published.</param>
internal sealed record YamlView(
    string Slug,
    string Text,
    string Seen,
    IReadOnlyList<FileProblem>? Problems,
    string? Error = null,
    bool MayKeep = false
)
{
    /// <summary>The same sentences on the page, in the answer of the check and on the command line.</summary>
    public static string Line(FileProblem problem) =>
        problem.Path.Length == 0
            ? Texts.ProblemInLine.With(problem.Line, problem.Text)
            : Texts.ProblemInLineAt.With(problem.Line, problem.Path, problem.Text);
}
