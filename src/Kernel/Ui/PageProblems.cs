using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Banyan.Kernel.Ui;

/// <summary>The problems of a page as the error summary and its fields show them.</summary>
public static class PageProblems
{
    public static IReadOnlyList<FieldProblem> Of(ModelStateDictionary state) =>
        [.. state.SelectMany(pair => pair.Value!.Errors.Select(error => new FieldProblem(pair.Key, error.ErrorMessage)))];

    /// <summary>What is wrong with one field; null when nothing is.</summary>
    public static string? For(this IReadOnlyList<FieldProblem> problems, string field) =>
        problems.FirstOrDefault(problem => string.Equals(problem.Field, field, StringComparison.OrdinalIgnoreCase))?.Sentence;
}
