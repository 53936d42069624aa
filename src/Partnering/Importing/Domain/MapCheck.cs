using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>Does a map say all that has to be known about this file?</summary>
internal static class MapCheck
{
    /// <summary>Each thing that is missing or cannot be, as a sentence; the field is the place of the column in the file.</summary>
    public static IReadOnlyList<Refusal> Against(
        ImportMap map,
        FileSurvey survey,
        ProgramDefinition program
    )
    {
        var problems = new List<Refusal>();
        if (map.Program != program.Slug)
            problems.Add(ImportRefusals.OtherProgram(map.Program, program.Slug));
        if (survey.Garbled is { } garbled && map.Mend is null)
            problems.Add(ImportRefusals.MendUnsaid(garbled));
        foreach (var said in map.Columns)
        {
            if (!survey.Columns.Any(column => column.Is(said)))
                problems.Add(ImportRefusals.NoSuchColumn(said.Column, said.Place));
            if (!IsTarget(said.To, program))
                problems.Add(ImportRefusals.NoSuchTarget(said.Column, said.To));
        }
        for (var place = 0; place < survey.Columns.Count; place++)
        {
            var column = survey.Columns[place];
            var said = map.Columns.Where(column.Is).ToList();
            if (said.Count == 0)
                problems.Add(ImportRefusals.ColumnUnsaid(column.Header, place));
            else if (said.Count > 1)
                problems.Add(ImportRefusals.ColumnTwice(column.Header, place));
            else if (
                said[0].Order is null
                && IsDate(said[0].To, program)
                && column.Dates is { IsOpen: true, Ambiguous: { } date }
            )
                problems.Add(ImportRefusals.OrderUnsaid(column.Header, date, place));
        }
        problems.AddRange(
            map.Columns.Where(said => said.To != ImportTarget.LeaveOut)
                .GroupBy(said => said.To, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(same => ImportRefusals.TargetTwice([.. same.Select(said => said.Column)]))
        );
        if (map.Columns.All(said => said.To != ImportTarget.SubmittedOn))
            problems.Add(ImportRefusals.SubmittedUnmapped);
        if (
            program.Asking(Meaning.Title) is { } title
            && map.Columns.All(said => said.To != ImportTarget.Question + title.Key)
        )
            problems.Add(ImportRefusals.TitleUnmapped(title.Label.ToString()));
        return problems;
    }

    public static bool IsDate(string to, ProgramDefinition program) =>
        to is ImportTarget.SubmittedOn or ImportTarget.DecidedOn
        || QuestionOf(to, program) is { Type: QuestionType.Date };

    public static Question? QuestionOf(string to, ProgramDefinition program) =>
        ImportTarget.QuestionOf(to) is { } key
            ? program.Questions.FirstOrDefault(question => question.Key == key)
            : null;

    private static bool IsTarget(string to, ProgramDefinition program) =>
        ImportTarget.Plain.Contains(to) || QuestionOf(to, program) is not null;
}
