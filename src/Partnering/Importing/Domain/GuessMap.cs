using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>What the columns of a file probably mean, by the words of their headers. It is shown to somebody who says yes, and never used without that.</summary>
internal static class GuessMap
{
    private static readonly (string To, string[] Words)[] Known =
    [
        (
            ImportTarget.SubmittedOn,
            [
                "timestamp",
                "submitted on",
                "submitted",
                "date of application",
                "submission date",
                "applied on",
            ]
        ),
        (
            ImportTarget.DecidedOn,
            ["decided on", "decision date", "date of decision", "date decided"]
        ),
        (ImportTarget.Outcome, ["outcome", "decision", "result", "status"]),
        (
            ImportTarget.Email,
            ["email address", "email", "e-mail address", "e-mail", "contact email"]
        ),
        (ImportTarget.Name, ["name", "your name", "full name", "contact person", "contact name"]),
    ];

    public static ImportMap Of(FileSurvey survey, ProgramDefinition program)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new ImportMap
        {
            Banyan = ImportMap.Format,
            Program = program.Slug,
            Encoding = survey.Encoding,
            Separator = survey.Separator,
            Columns = [.. survey.Columns.Select(column => Column(column, program, taken))],
        };
    }

    private static ColumnMap Column(
        SurveyedColumn column,
        ProgramDefinition program,
        HashSet<string> taken
    )
    {
        var to =
            Target(column.Header, program) is { } found && taken.Add(found)
                ? found
                : ImportTarget.LeaveOut;
        return new ColumnMap(column.Header, to, column.Nth == 1 ? null : column.Nth);
    }

    /// <summary>A question of the program is nearer than a word that many forms have.</summary>
    private static string? Target(string header, ProgramDefinition program)
    {
        var said = SameSubject.Fold(header);
        if (said.Length == 0)
            return null;
        var question = program.Questions.FirstOrDefault(question =>
            question.Means != Meaning.Email
            && (
                SameSubject.Fold(question.Label.ToString()) == said
                || SameSubject.Fold(question.Key) == said
            )
        );
        if (question is not null)
            return ImportTarget.Question + question.Key;
        return Known
            .FirstOrDefault(known => known.Words.Any(word => SameSubject.Fold(word) == said))
            .To;
    }

    /// <summary>What a value of a column probably means for this target; null where only a person can say.</summary>
    public static string? Value(string to, string value, ProgramDefinition program) =>
        to == ImportTarget.Outcome ? ValueWords.GuessOutcome(value)?.ToString().ToLowerInvariant()
        : MapCheck.QuestionOf(to, program) is { } question ? ValueWords.Guess(question, value)
        : null;
}
