using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>When one may apply, computed from the first day of the event.</summary>
internal static class ApplicationWindow
{
    /// <summary>
    /// Weeks are seven days; months are those of the calendar, and a day that the earlier month does not have becomes its last
    /// (31 August less six months is 29 February in a leap year). The first and the last day belong to the window.
    /// </summary>
    /// <param name="eventDate">Null for what has no date, such as an initiative: its window is always open.</param>
    /// <param name="today">The date in the organisation's home zone.</param>
    /// <param name="latest">The last day that it may be, where only the month is known: the window is then open while it is open for one of the days.</param>
    public static WindowJudgement Judge(
        WindowRule rule,
        LocalDate? eventDate,
        bool firstTime,
        LocalDate today,
        LocalDate? latest = null
    )
    {
        if (eventDate is not { } start)
            return new WindowJudgement { Standing = WindowStanding.Open, Soft = rule.Soft };
        LocalDate? firstDay = rule.EarliestMonthsBefore is { } months
            ? start.PlusMonths(-months)
            : null;
        var end = latest ?? start;
        LocalDate? lastDay = rule.LatestWeeksBefore is { } weeks ? end.PlusWeeks(-weeks) : null;
        LocalDate? firstTimeDay =
            firstTime && rule.FirstTimeWeeksBefore is { } more ? end.PlusWeeks(-more) : null;
        if (firstTimeDay is not null && !rule.FirstTimeSoft)
        {
            lastDay = lastDay is { } ordinary && ordinary < firstTimeDay ? ordinary : firstTimeDay;
            firstTimeDay = null;
        }
        return new WindowJudgement
        {
            Standing =
                today > lastDay ? WindowStanding.TooLate
                : today < firstDay ? WindowStanding.TooEarly
                : WindowStanding.Open,
            Soft = rule.Soft,
            FirstDay = firstDay,
            LastDay = lastDay,
            FirstTimeDay = firstTimeDay,
            FirstTimeDayPassed = today > firstTimeDay,
        };
    }
}

internal enum WindowStanding
{
    Open,
    TooEarly,
    TooLate,
}

internal sealed record WindowJudgement
{
    public required WindowStanding Standing { get; init; }

    /// <summary>Outside a soft window a person is warned and may go on; outside a hard one only a waiver helps.</summary>
    public required bool Soft { get; init; }

    /// <summary>The first day on which one may apply; null: no bound.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>The last day on which one may still apply; null: no bound.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The day by which those who apply for the first time are asked to do so; null where nothing is asked of this applicant.</summary>
    public LocalDate? FirstTimeDay { get; init; }
    public bool FirstTimeDayPassed { get; init; }

    public bool MayApply => Standing == WindowStanding.Open || Soft;
}
