using System.Globalization;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>A form as far as it is filled: every question, whether it is asked, what was typed and what it means.</summary>
internal sealed record FormState(IReadOnlyList<SectionState> Sections)
{
    public IEnumerable<QuestionState> Questions =>
        Sections.SelectMany(section => section.Questions);

    public bool Complete => Questions.All(question => question.Reading.Problem is null);

    public QuestionState? Asking(Meaning meaning) =>
        Questions.FirstOrDefault(question => question.Question.Means == meaning);

    public string? Value(Meaning meaning) => Asking(meaning)?.Reading.Value;

    /// <summary>The day of the event, or the first day of the month in which it will be.</summary>
    public LocalDate? Date => Value(Meaning.Date) is { } day ? AnswerDay.First(day) : null;

    /// <summary>The day of the event, or the last of its month.</summary>
    public LocalDate? LatestDate => Value(Meaning.Date) is { } day ? AnswerDay.Last(day) : null;

    public bool FirstTime => Value(Meaning.FirstTime) == "yes";

    /// <summary>The window of this event. With a late code nobody is turned away by it.</summary>
    public WindowJudgement Window(
        ProgramDefinition program,
        AdmissionCode? code,
        LocalDate today
    ) =>
        ApplicationWindow.Judge(
            code is { Late: true } ? program.Window with { Soft = true } : program.Window,
            Date,
            FirstTime,
            today,
            LatestDate
        );

    /// <param name="complete">True when missing answers count as problems.</param>
    public static FormState Of(
        ProgramDefinition program,
        IReadOnlyList<Answer> answers,
        LocalDate today,
        CultureInfo culture,
        bool complete
    ) =>
        Of(
            program,
            answers.ToDictionary(
                answer => answer.Question,
                answer => new TypedAnswer(answer.Text, answer.Version),
                StringComparer.Ordinal
            ),
            today,
            culture,
            complete
        );

    /// <param name="typed">By question.</param>
    public static FormState Of(
        ProgramDefinition program,
        IReadOnlyDictionary<string, TypedAnswer> typed,
        LocalDate today,
        CultureInfo culture,
        bool complete
    )
    {
        string? Given(string key) => typed.TryGetValue(key, out var answer) ? answer.Text : null;
        var undated =
            program.Asking(Meaning.Kind) is { } kind
            && kind.Options.Any(option => option.Undated && option.Key == Given(kind.Key));
        var asked = Asked(program, Given);
        return new FormState([
            .. program.Sections.Select(section => new SectionState(
                section,
                [
                    .. section.Questions.Select(question => new QuestionState(
                        question,
                        asked.Contains(question.Key),
                        Given(question.Key) ?? "",
                        typed.TryGetValue(question.Key, out var answer) ? answer.Version : 0,
                        ReadAnswer.Of(
                            question,
                            Given(question.Key),
                            today,
                            culture,
                            complete,
                            undated
                        )
                    )),
                ]
            )),
        ]);
    }

    /// <summary>The keys of what is asked: what hangs on an answer is asked only where that was asked itself.</summary>
    private static HashSet<string> Asked(ProgramDefinition program, Func<string, string?> given)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in program.Questions)
            if (
                (question.ShowIf is not { } condition || asked.Contains(condition.Question))
                && ReadAnswer.IsAsked(question, given)
            )
                asked.Add(question.Key);
        return asked;
    }
}

/// <summary>An answer as it was typed.</summary>
internal readonly record struct TypedAnswer(string Text, int Version);

/// <param name="All">Also what the present answers do not ask.</param>
internal sealed record SectionState(FormSection Section, IReadOnlyList<QuestionState> All)
{
    public IReadOnlyList<QuestionState> Questions { get; } =
    [.. All.Where(question => question.Asked)];

    public int Left => Questions.Count(question => question.Reading.Problem is not null);

    public bool Begun => Questions.Any(question => question.Typed.Length > 0);
}

/// <param name="Version">The version of the answer that the form was made from; 0 where there was none.</param>
/// <param name="Asked">False while another answer says that it does not matter.</param>
internal sealed record QuestionState(
    Question Question,
    bool Asked,
    string Typed,
    int Version,
    AnswerReading Reading
)
{
    /// <summary>As people read it back, also what is still to be mended.</summary>
    public string InWords =>
        Reading.Problem is null || Question.Type == QuestionType.Choices
            ? Reading.Shown
            : Typed.Replace('|', ' ');
}
