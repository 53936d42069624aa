using Banyan.Kernel.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Kernel.Web;

/// <summary>The refusals of a page, for its error summary and beside its fields.</summary>
public static class PageProblems
{
    public static IReadOnlyList<FieldProblem> Problems(this PageModel page) =>
        [
            .. page.ModelState.SelectMany(entry =>
                entry.Value!.Errors.Select(error => new FieldProblem(entry.Key, error.ErrorMessage))
            ),
        ];

    /// <summary>What is wrong with one field; null while it is fine.</summary>
    public static string? Problem(this PageModel page, string field) =>
        page.ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    /// <summary>The same from a list that was gathered elsewhere.</summary>
    public static string? For(this IReadOnlyList<FieldProblem> problems, string field) =>
        problems
            .FirstOrDefault(problem =>
                string.Equals(problem.Field, field, StringComparison.OrdinalIgnoreCase)
            )
            ?.Sentence;
}
