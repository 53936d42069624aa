using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files;

/// <summary>What must fit together between questions. Works on the file as written, so that it also answers when another part could not be read.</summary>
internal static class FormRules
{
    private static readonly string[] s_yesNo = ["yes", "no"];

    public static void Check(FileNode root, Problems problems)
    {
        if (root is not FileMap program)
            return;
        var questions =
            (program.Find("form") as FileMap)
                ?.Maps("sections")
                .SelectMany(section => section.Maps("questions"))
                .ToList()
            ?? [];
        Repeated.Report(questions, "key", problems);
        Repeated.Report(questions, "means", problems);
        CheckConditions(questions, problems);
        CheckCanned(program, questions, problems);
        CheckDates(program, questions, problems);
        CheckState(program, problems);
        CheckEdition(program, problems);
        CheckDue(program, problems);
        if (
            program.Find("agreement") is FileMap agreement
            && agreement.Text("bothSides") == "true"
            && !program.Maps("clauses").Any()
        )
            problems.Add(agreement.Find("bothSides")!, Texts.BothSidesNeedClauses);
        if (program.Find("report") is not FileMap report)
            return;
        var reported = report.Maps("questions").ToList();
        Repeated.Report(reported, "key", problems);
        CheckConditions(reported, problems);
        foreach (
            var means in reported.Select(question => question.Find("means")).OfType<FileScalar>()
        )
            problems.Add(means, Texts.MeaningOnlyInForm);
    }

    /// <summary>A canned question opens answers of this form.</summary>
    private static void CheckCanned(
        FileMap program,
        IReadOnlyList<FileMap> questions,
        Problems problems
    )
    {
        var keys = questions.Select(question => question.Text("key")).OfType<string>().ToList();
        foreach (
            var field in program
                .Maps("cannedQuestions")
                .SelectMany(canned => (canned.Find("fields") as FileList)?.Items ?? [])
                .OfType<FileScalar>()
                .Where(field => !keys.Contains(field.Text))
        )
            problems.Add(
                field,
                Words.Fill(Texts.CannedOpensNothing, Excerpt.Of(field.Text))
                    + Words.DidYouMean(field.Text, keys)
            );
    }

    private static void CheckState(FileMap program, Problems problems)
    {
        var state = program.Text("state");
        if (state == "paused" && program.Find("stateReason") is null)
            problems.Add(program.Find("state")!, Texts.PausedNeedsReason);
        if (program.Find("stateUntil") is { } until && state != "paused")
            problems.Add(until, Texts.UntilOnlyWhenPaused);
        var rounds = program.Maps("rounds").ToList();
        if (state == "inRounds" && rounds.Count == 0)
            problems.Add(program.Find("state")!, Texts.InRoundsNeedsRounds);
        for (var index = 1; index < rounds.Count; index++)
            if (
                string.CompareOrdinal(rounds[index].Text("opens"), rounds[index - 1].Text("closes"))
                <= 0
            )
                problems.Add(rounds[index].Find("opens") ?? rounds[index], Texts.RoundsOverlap);
    }

    /// <summary>What counts on an edition needs one, with its last day where a term ends there.</summary>
    private static void CheckEdition(FileMap program, Problems problems)
    {
        var edition = program.Find("edition") as FileMap;
        if (program.Text("unit") == "edition" && edition is null)
            problems.Add(program.Find("unit")!, Texts.UnitNeedsEdition);
        if (
            program.Find("term") is FileMap term
            && term.Text("endsWithEdition") == "true"
            && edition?.Find("lastDay") is null
        )
            problems.Add(term.Find("endsWithEdition")!, Texts.TermNeedsEdition);
    }

    /// <summary>Nothing is due before or after an end that does not come.</summary>
    private static void CheckDue(FileMap program, Problems problems)
    {
        if ((program.Find("term") as FileMap)?.Text("open") != "true")
            return;
        foreach (var commitment in program.Maps("commitments"))
            if ((commitment.Find("due") as FileMap)?.Find("daysBeforeEnd") is { } before)
                problems.Add(before, Texts.DueNeedsEnd);
        if (
            ((program.Find("report") as FileMap)?.Find("due") as FileMap)?.Find("weeksAfterEnd") is
            { } after
        )
            problems.Add(after, Texts.DueNeedsEnd);
    }

    private static void CheckConditions(List<FileMap> questions, Problems problems)
    {
        for (var index = 0; index < questions.Count; index++)
        {
            if (
                questions[index].Find("showIf") is not FileMap condition
                || condition.Find("question") is not FileScalar named
            )
                continue;
            var earlier = questions.Take(index).ToList();
            var asked = earlier.Find(question => question.Text("key") == named.Text);
            if (asked is null)
            {
                var later = questions
                    .Skip(index)
                    .Any(question => question.Text("key") == named.Text);
                var known = earlier.Select(question => question.Text("key")).OfType<string>();
                var unknown = later ? Texts.ConditionOnLater : Texts.ConditionOnUnknown;
                problems.Add(
                    named,
                    Words.Fill(unknown, Excerpt.Of(named.Text))
                        + (later ? "" : Words.DidYouMean(named.Text, known))
                );
            }
            else
                CheckAnswers(condition, asked, problems);
        }
    }

    private static void CheckAnswers(FileMap condition, FileMap asked, Problems problems)
    {
        IReadOnlyList<string>? answers = asked.Text("type") switch
        {
            "choice" or "choices" =>
            [
                .. asked.Maps("options").Select(option => option.Text("key")).OfType<string>(),
            ],
            "yesNo" => s_yesNo,
            _ => null,
        };
        if (answers is null)
        {
            problems.Add(condition.Find("question")!, Texts.ConditionNeedsChoice);
            return;
        }
        foreach (
            var answer in ((condition.Find("anyOf") as FileList)?.Items ?? []).OfType<FileScalar>()
        )
        {
            if (!answers.Contains(answer.Text))
            {
                var unknown = Words.Fill(
                    Texts.ConditionOnUnknownAnswer,
                    Excerpt.Of(answer.Text),
                    Words.List(answers)
                );
                problems.Add(answer, unknown + Words.DidYouMean(answer.Text, answers));
            }
        }
    }

    private static void CheckDates(FileMap program, List<FileMap> questions, Problems problems)
    {
        if (program.Find("window") is not FileMap window)
            return;
        var meanings = questions.Select(question => question.Text("means")).ToHashSet();
        if (
            (window.Find("latestWeeksBefore") ?? window.Find("earliestMonthsBefore")) is { } bound
            && !meanings.Contains("date")
        )
            problems.Add(bound, Texts.WindowNeedsDate);
        if (window.Find("firstTimeWeeksBefore") is { } firstTime && !meanings.Contains("firstTime"))
            problems.Add(firstTime, Texts.WindowNeedsFirstTime);
    }
}
