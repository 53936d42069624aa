using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Reports.Domain;

/// <summary>Which report is wanted when. All of it follows from the program and the term, and nothing of it is stored.</summary>
internal sealed record ReportCalendar(ReportDue? Due, LocalDate Begins, LocalDate? Until)
{
    /// <summary>A report that comes again is asked for so long before its day.</summary>
    public const int DaysBefore = 28;

    public static ReportCalendar Of(ProgramDefinition program, Partnership partner) =>
        new(program.Report?.Due, partner.Begins, partner.Until);

    /// <summary>Null where none has a day.</summary>
    public LocalDate? DueOn(int time) =>
        !Has(time) ? null
        : Due?.EveryMonths is { } months ? Begins.PlusMonths(months * time)
        : Due?.WeeksAfterEnd is { } weeks ? Until?.PlusWeeks(weeks)
        : null;

    /// <summary>The day on which the partner is asked for it: when the term is over, or some weeks before its day.</summary>
    public LocalDate? AskedOn(int time) =>
        DueOn(time) is not { } day ? null
        : Due?.EveryMonths is null ? Until!.Value.PlusDays(1)
        : day.PlusDays(-DaysBefore);

    /// <summary>From this day on it can be written.</summary>
    public LocalDate From(int time) =>
        Due?.EveryMonths is { } months ? Begins.PlusMonths(months * (time - 1)) : Begins;

    /// <summary>The one that is to be written next; null where all were. One that was left out for more than its whole time is not asked for any more.</summary>
    public int? Next(IReadOnlyCollection<int> sent, LocalDate today)
    {
        var time = 1;
        if (Due?.EveryMonths is { } months)
            while (Has(time + 1) && Begins.PlusMonths(months * (time + 1)) <= today)
                time++;
        while (sent.Contains(time))
            time++;
        return Has(time) ? time : null;
    }

    private bool Has(int time) =>
        time == 1 || Due?.EveryMonths is not null && !(From(time) > Until);
}
