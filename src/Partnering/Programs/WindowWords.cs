using Banyan.Kernel.Ui;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>When one may apply, in sentences: the rule, what it means today, an example, and what it does not cover.</summary>
/// <param name="Next">The whole in one sentence, for the next line.</param>
/// <param name="Sentences">Each a sentence of its own, in the order in which people ask.</param>
internal sealed record WindowWords(string Next, IReadOnlyList<string> Sentences)
{
    /// <summary>Days from today to the event of the example; a Saturday about four months ahead.</summary>
    private const int ExampleWeeks = 17;

    public static WindowWords Of(ProgramDefinition program, LocalDate today)
    {
        var rule = program.Window;
        var sentences = new List<string>();
        if (Today(rule, today) is { } meansToday)
            sentences.Add(meansToday);
        if (Example(rule, today) is { } example)
            sentences.Add(example);
        if (rule.FirstTimeWeeksBefore is { } weeks)
            sentences.Add(
                ProgramWords.Fill(
                    rule.FirstTimeSoft ? Texts.WindowFirstTimeSoft : Texts.WindowFirstTime,
                    ProgramWords.Weeks(weeks)
                )
            );
        if (program.Questions.Any(question => question.Options.Any(option => option.Undated)))
            sentences.Add(Texts.WindowUndated);
        if (rule.LatestWeeksBefore is not null || rule.EarliestMonthsBefore is not null)
            sentences.Add(rule.Soft ? Texts.WindowSoft : Texts.WindowHard);
        return new WindowWords(Rule(rule), sentences);
    }

    private static string Rule(WindowRule rule) =>
        (rule.EarliestMonthsBefore, rule.LatestWeeksBefore) switch
        {
            ({ } months, { } weeks) => ProgramWords.Fill(
                Texts.NextBetween,
                ProgramWords.Months(months),
                ProgramWords.Weeks(weeks)
            ),
            ({ } months, null) => ProgramWords.Fill(Texts.NextFrom, ProgramWords.Months(months)),
            (null, { } weeks) => ProgramWords.Fill(Texts.NextUntil, ProgramWords.Weeks(weeks)),
            (null, null) => Texts.NextAnyTime,
        };

    private static string? Today(WindowRule rule, LocalDate today)
    {
        LocalDate? first = rule.LatestWeeksBefore is { } weeks ? today.PlusWeeks(weeks) : null;
        LocalDate? last = rule.EarliestMonthsBefore is { } months ? LastEvent(today, months) : null;
        return (first, last) switch
        {
            ({ } from, { } until) => ProgramWords.Fill(
                Texts.WindowToday,
                DayWords.Of(from),
                DayWords.Of(until)
            ),
            ({ } from, null) => ProgramWords.Fill(Texts.WindowTodayFrom, DayWords.Of(from)),
            (null, { } until) => ProgramWords.Fill(Texts.WindowTodayUntil, DayWords.Of(until)),
            (null, null) => null,
        };
    }

    // Several days of a long month may count back to the same last day of a short one.
    private static LocalDate LastEvent(LocalDate today, int months)
    {
        var last = today.PlusMonths(months);
        while (last.PlusDays(1).PlusMonths(-months) <= today)
            last = last.PlusDays(1);
        return last;
    }

    private static string? Example(WindowRule rule, LocalDate today)
    {
        var start = today.PlusWeeks(ExampleWeeks).Next(IsoDayOfWeek.Saturday);
        var window = ApplicationWindow.Judge(rule, start, firstTime: false, today);
        return window is { FirstDay: { } first, LastDay: { } last }
            ? ProgramWords.Fill(
                Texts.WindowExample,
                DayWords.Of(start),
                DayWords.Of(first),
                DayWords.Of(last)
            )
            : null;
    }
}
