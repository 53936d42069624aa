using System.Globalization;
using Banyan.Kernel.Text;
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
    LocalDate Today,
    IEnumerable<Question> Form
)
{
    /// <summary>What is asked, and what an answer on the same page may bring up: without scripts the page cannot change while one types.</summary>
    public static IReadOnlyList<QuestionState> OnPage(
        IEnumerable<QuestionState> questions,
        IEnumerable<QuestionState> page
    )
    {
        var here = page.Select(state => state.Question.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. questions.Where(state =>
                state.Asked || here.Contains(state.Question.ShowIf!.Question)
            ),
        ];
    }

    /// <summary>"Only after Yes to Would you use a room?"</summary>
    public string ConditionOf(ShowIf condition)
    {
        var asked = Form.Single(question => question.Key == condition.Question);
        var answers = condition.AnyOf.Select(answer =>
            asked.Type == QuestionType.YesNo
                ? answer == "yes"
                    ? Domain.Texts.Yes
                    : Domain.Texts.No
                : asked.Options.Single(option => option.Key == answer).Label.ToString()
        );
        return Texts.OnlyAfter.With(
            string.Join(", ", answers.Select(answer => $"“{answer}”")),
            asked.Label.ToString()
        );
    }

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

    /// <summary>What the organisation explains, and where several may be ticked how many.</summary>
    public static string? HelpOf(Question question)
    {
        var help = question.Help?.In(CultureInfo.CurrentUICulture);
        if (question.Type != QuestionType.Choices)
            return help;
        var many = (question.Min, question.Max) switch
        {
            ({ } least, { } most) when least == most => Texts.ChooseExactly.With(most),
            ({ } least, { } most) => Texts.ChooseBetween.With(least, most),
            ({ } least, null) => Texts.ChooseAtLeast.With(least),
            (null, { } most) => Texts.ChooseAtMost.With(most),
            (null, null) => Texts.ChooseAllThatFit,
        };
        return help is null ? many : $"{help} {many}";
    }

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
