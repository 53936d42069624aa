using System.Globalization;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>Questions as fields: what is typed, what is wrong with it, and what a look at it found.</summary>
internal sealed record FieldsView(
    IReadOnlyList<QuestionState> Questions,
    IReadOnlyList<FieldProblem> Problems,
    IReadOnlyDictionary<string, string> Mine,
    IReadOnlyList<Check> Checks,
    LocalDate Today
)
{
    /// <summary>What this person typed, also where somebody else's text stands against it.</summary>
    public string TypedOf(QuestionState state) =>
        Mine.TryGetValue(state.Question.Key, out var mine) ? mine : state.Typed;

    public IReadOnlyList<Choice> ChoicesOf(Question question) =>
        [
            .. question.Options.Select(option => new Choice(
                option.Key,
                option.Label.In(CultureInfo.CurrentUICulture)
            )),
        ];

    public IEnumerable<Check> ChecksOf(Question question) =>
        question.Means switch
        {
            Meaning.Website => Checks.Where(check => check.Kind == CheckKind.Site),
            Meaning.CodeOfConduct => Checks.Where(check => check.Kind == CheckKind.CodeOfConduct),
            _ => [],
        };

    public static string? AutocompleteOf(Question question) =>
        question.Means switch
        {
            Meaning.FirstName => "given-name",
            Meaning.LastName => "family-name",
            _ => null,
        };
}
