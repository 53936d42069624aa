using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What falls due while the applicant holds the ball: reminders by the program's weeks, and then the end. No case ends before its last reminder has had its time, however late the worker is.</summary>
internal sealed class Waiting
{
    private readonly Instant planned;
    private readonly Duration grace;

    private Waiting(Instant end, IReadOnlyList<Instant> reminders) =>
        (planned, Reminders, grace) = (
            end,
            reminders,
            reminders is [.., var last] ? end - last : Duration.Zero
        );

    /// <summary>In the order in which they come.</summary>
    public IReadOnlyList<Instant> Reminders { get; }

    /// <param name="zone">The organisation's: an answer is in time until the end of its day there.</param>
    public static Waiting Of(AskedQuestion asked, CaseClocks clocks, DateTimeZone zone)
    {
        var end = Instant.Max(
            After(asked.At, clocks.WaitingClosesAfterWeeks),
            zone.AtStartOfDay(asked.AnswerBy.PlusDays(1)).ToInstant()
        );
        return new Waiting(
            end,
            [
                .. clocks
                    .RemindAtWeeks.Select(weeks => After(asked.At, weeks))
                    .Where(at => at < end)
                    .Order(),
            ]
        );
    }

    /// <summary>The day of the end, in words; null while no question is open.</summary>
    public static string? ClosingDay(
        Application application,
        CaseClocks clocks,
        DateTimeZone zone
    ) =>
        application is { Ball: Ball.Applicant, Asked: { } asked }
            ? DayWords.Of(Of(asked, clocks, zone).ClosesAt(null).InZone(zone).Date)
            : null;

    /// <param name="warned">When the last of the reminders left; null while it has not.</param>
    public Instant ClosesAt(Instant? warned) =>
        warned is { } at ? Instant.Max(planned, at + grace) : planned;

    /// <summary>Everybody who was to be warned has been, and the time that they had since is over.</summary>
    public bool IsOver(Instant? warned, Instant now) =>
        (warned is not null || Reminders.Count == 0) && now >= ClosesAt(warned);

    private static Instant After(Instant from, int weeks) => from + Duration.FromDays(7 * weeks);
}

/// <summary>The payload of the work that looks at a case that waits; one row a question, which plans its next.</summary>
/// <param name="Asked">Milliseconds since 1970 at which the question was put: another question is another wait.</param>
/// <param name="Done">Milliseconds since 1970: what was due up to then is done.</param>
/// <param name="Warned">Milliseconds since 1970 at which the last reminder left; null while it has not.</param>
internal sealed record WaitDue(Guid Application, long Asked, long Done, long? Warned = null)
{
    public const string Kind = "application.wait";

    public Instant? WarnedAt =>
        Warned is { } at ? Instant.FromUnixTimeMilliseconds(at) : (Instant?)null;

    public static string Key(ApplicationId application) => $"{Kind}/{application.Value:n}";

    public WorkChange Plan(Instant at) =>
        new WorkChange.Plan(Kind, Key(new ApplicationId(Application)), at, Application, this);
}
