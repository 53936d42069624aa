using System.Globalization;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Something that has to be mended, and the page with its field.</summary>
internal sealed record ProblemLink(string Where, string Sentence, string Href);

internal static class ProblemLinks
{
    public static IReadOnlyList<ProblemLink> Of(
        string slug,
        FileMap root,
        IEnumerable<FileProblem> problems
    ) => [.. problems.Select(problem => Of(slug, root, problem))];

    private static ProblemLink Of(string slug, FileMap root, FileProblem problem)
    {
        var spot = TreeSpot.Whole(root);
        foreach (var step in Steps(problem.Path))
        {
            if (spot.Into(step) is not { } inner || !HasPage(inner))
                break;
            spot = inner;
        }
        var view = new EditView(slug, spot, new(null, [problem]));
        var found = view.Problems(EditForm.Of(spot)) is [var only, ..] ? only : null;
        var place = spot.Field is null && found is not null ? EditLinks.Basics : spot.Address;
        var anchor = found is null ? "" : $"#{FieldIds.Of(found.Field)}";
        return new(
            string.Join(
                " › ",
                spot.Trail()
                    .Append(spot)
                    .Select(part => part.Title)
                    .Where(title => title.Length > 0)
            ),
            found?.Sentence ?? problem.Text,
            // A key that nothing knows stands on no form.
            place.Length == 0
                ? EditLinks.Yaml(slug)
                : EditLinks.Edit(slug, place) + anchor
        );
    }

    private static bool HasPage(TreeSpot spot) =>
        spot.Shape.IsSimple() ? spot.IsItem && !spot.Above!.Shape.IsLines()
        : spot.Shape.IsInline() && !spot.IsItem
            ? spot.Above is { Field: null } or { Shape: IObjectShape { OneOnly: true } }
        : true;

    // "stages[1].rule" is the second stage's rule.
    private static IEnumerable<string> Steps(string path) =>
        path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Select(step =>
                int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? (index + 1).ToString(CultureInfo.InvariantCulture)
                    : step
            );
}
