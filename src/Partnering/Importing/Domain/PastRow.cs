using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>What is wrong with one cell, or with the row where no column is named.</summary>
internal sealed record CellProblem(string Column, string Sentence)
{
    public override string ToString() => Column.Length == 0 ? Sentence : $"{Column}: {Sentence}";
}

/// <summary>One row of the file as it was understood.</summary>
/// <param name="Website">As the program's own question for it was answered; canonical.</param>
internal sealed record PastRow(
    int Line,
    string Title,
    string Name,
    EmailAddress? Email,
    string? Website,
    LocalDate? Submitted,
    LocalDate? Decided,
    PastOutcome Outcome,
    LocalDate? EventDate,
    IReadOnlyList<(string Question, string Text)> Answers,
    IReadOnlyList<CellProblem> Problems
)
{
    /// <summary>The same for a row that says the same, in whatever file and order of columns it stands.</summary>
    public string Key(ProgramId program) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(
                        (string[])
                            [
                                program.Value.ToString("n"),
                                Iso(Submitted),
                                Iso(Decided),
                                Outcome.ToString(),
                                Email?.Key ?? "",
                                Name,
                                .. Answers
                                    .OrderBy(answer => answer.Question, StringComparer.Ordinal)
                                    .SelectMany(answer =>
                                        (string[])
                                            [
                                                answer.Question,
                                                // Its capitals do not make it another address.
                                                answer.Text == Email?.ToString()
                                                    ? Email.Key
                                                    : answer.Text,
                                            ]
                                    ),
                            ]
                    )
                )
            )
        );

    private static string Iso(LocalDate? day) =>
        day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Reads rows by a map that was held against the file before.</summary>
internal sealed class PastRowReader(
    ProgramDefinition program,
    ImportMap map,
    FileSurvey survey,
    LocalDate today
)
{
    public const int LongestText = 10_000;
    private const int LongestTitle = 300;
    private const int LongestName = 200;

    private readonly IReadOnlyList<(
        SurveyedColumn Column,
        ColumnMap Map,
        Question? Question
    )> columns =
    [
        .. survey.Columns.Select(column =>
        {
            var said = map.Columns.First(column.Is);
            var key = ImportTarget.QuestionOf(said.To);
            return (
                column,
                said,
                key is null ? null : program.Questions.First(question => question.Key == key)
            );
        }),
    ];

    public PastRow Of(CsvRow row)
    {
        var problems = new List<CellProblem>();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var (name, title, outcome) = ("", "", PastOutcome.Closed);
        EmailAddress? email = null;
        LocalDate? submitted = null,
            decided = null,
            day = null;
        string? website = null;
        for (var place = 0; place < columns.Count; place++)
        {
            var (column, said, question) = columns[place];
            var cell = FileRow.Cell(row, place);
            void Wrong(string sentence) => problems.Add(new(column.Header, sentence));
            switch (said.To)
            {
                case ImportTarget.LeaveOut:
                    break;
                case ImportTarget.Name:
                    name = Typed.OneLine(cell);
                    if (name.Length > LongestName)
                        Wrong(Texts.CellTooLong.With(LongestName, name.Length));
                    break;
                case ImportTarget.Email:
                    if (cell.Length > 0 && !EmailAddress.TryParse(cell, out email, out var against))
                        Wrong(against.Sentence());
                    break;
                case ImportTarget.SubmittedOn:
                    submitted = Past(cell, Order(column, said), Wrong);
                    break;
                case ImportTarget.DecidedOn:
                    decided = Past(cell, Order(column, said), Wrong);
                    break;
                case ImportTarget.Outcome:
                    outcome = OutcomeOf(cell, said, Wrong);
                    break;
                default:
                    if (Answer(question!, cell, column, said, Wrong) is { Length: > 0 } text)
                        answers[question!.Key] = text;
                    break;
            }
        }
        if (email is not null && program.Asking(Meaning.Email) is { } own)
            answers.TryAdd(own.Key, email.ToString());
        string? Given(Meaning meaning) =>
            program.Asking(meaning) is { } question
                ? answers.GetValueOrDefault(question.Key)
                : null;
        title = Typed.OneLine(Given(Meaning.Title) ?? "");
        if (program.Asking(Meaning.Title) is not null && title.Length is 0 or > LongestTitle)
            problems.Add(new("", Texts.RowWithoutTitle.With(LongestTitle)));
        if (WebAddress.TryRead(Given(Meaning.Website), out var address, out _))
            website = address.Canonical;
        if (Given(Meaning.Date) is { } date)
            day = AnswerDay.First(date);
        if (submitted is null && problems.Count == 0)
            problems.Add(new("", Texts.RowWithoutSubmitted));
        if (decided < submitted)
            problems.Add(new("", Texts.DecidedBeforeSubmitted));
        foreach (var extra in row.Cells.Skip(columns.Count))
            if (!string.IsNullOrWhiteSpace(extra))
            {
                problems.Add(new("", Texts.RowTooWide.With(row.Cells.Count, columns.Count)));
                break;
            }
        return new PastRow(
            row.Line,
            title,
            name,
            email,
            website,
            submitted,
            decided,
            outcome,
            day,
            [.. answers.Select(answer => (answer.Key, answer.Value))],
            problems
        );
    }

    private static DayOrder? Order(SurveyedColumn column, ColumnMap said) =>
        said.Order ?? column.Dates?.Order;

    private LocalDate? Past(string cell, DayOrder? order, Action<string> wrong)
    {
        if (cell.Length == 0)
            return null;
        var day = Day(cell, order, wrong);
        if (day > today)
            wrong(Texts.DayToCome.With(cell));
        return day;
    }

    private static LocalDate? Day(string cell, DayOrder? order, Action<string> wrong)
    {
        var date = ColumnDates.Of(cell);
        if (date.Read(order) is { } day)
            return day;
        wrong(
            date.IsAmbiguous ? Texts.DateTwoReadings.With(cell)
            : date.IsDate
                ? (
                    order == DayOrder.DayFirst ? Texts.DateNotDayFirst : Texts.DateNotMonthFirst
                ).With(cell)
            : date.Problem!.Sentence(CultureInfo.CurrentUICulture)
        );
        return null;
    }

    private static PastOutcome OutcomeOf(string cell, ColumnMap said, Action<string> wrong)
    {
        if (cell.Length == 0)
            return PastOutcome.Closed;
        var meant = ValueWords.Of(said, cell) ?? cell;
        if (Enum.TryParse<PastOutcome>(meant, true, out var outcome) && Enum.IsDefined(outcome))
            return outcome;
        wrong(Texts.OutcomeUnknown.With(cell));
        return PastOutcome.Closed;
    }

    /// <summary>The text of the answer as the form would have kept it; null where there is none, or it is wrong.</summary>
    private string? Answer(
        Question question,
        string cell,
        SurveyedColumn column,
        ColumnMap said,
        Action<string> wrong
    )
    {
        if (cell.Length == 0)
            return null;
        var text = cell;
        if (ValueWords.Of(said, cell) is { } meant)
            text = meant;
        else if (question.Type is QuestionType.Choice or QuestionType.YesNo)
            text = ValueWords.Guess(question, cell) ?? cell;
        else if (
            question.Type is QuestionType.ShortText or QuestionType.LongText or QuestionType.Place
        )
        {
            // What was sent then was as long as the form of then allowed.
            if (text.Length > LongestText)
                wrong(Texts.CellTooLong.With(LongestText, text.Length));
            return text;
        }
        else if (question.Type == QuestionType.Date && ColumnDates.Of(cell).IsDate)
        {
            if (Day(cell, Order(column, said), wrong) is not { } day)
                return null;
            text = day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        }
        if (text.Length == 0)
            return null;
        var reading = ReadAnswer.Of(
            question,
            text,
            today,
            CultureInfo.CurrentUICulture,
            complete: false
        );
        if (reading.Problem is { } problem)
            wrong(Texts.CellSays.With(Excerpt(cell), problem));
        // A day is kept as it was understood; everything else as it was typed.
        return question.Type == QuestionType.Date ? reading.Value : text;
    }

    private static string Excerpt(string cell) => cell.Length > 60 ? cell[..60] + "…" : cell;
}
