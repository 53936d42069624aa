using Banyan.Kernel.Access;
using NodaTime;

namespace Banyan.Membership.Teams.Domain;

/// <summary>What a rule does with a seat next.</summary>
internal enum SeatStep
{
    Wait,
    AskToGoOn,
    Remind,
    EndForSilence,
    TellOfEnd,
    EndOfTerm,
}

/// <summary>The course of a seat by rule: its term, and in work groups and boards the yearly question whether the member goes on.</summary>
internal static class SeatCourse
{
    /// <summary>How long before its end a term is spoken of, in days.</summary>
    public const int NoticeDays = 28;

    /// <summary>How long after the question comes the reminder, and after the reminder the end, in days.</summary>
    public const int WeekOfSilence = 7;

    private static readonly LocalTime s_morning = new(8, 0);

    public static bool AsksYearly(TeamKind kind) => kind is TeamKind.WorkGroup or TeamKind.Board;

    /// <returns>The step that is due, or <see cref="SeatStep.Wait"/> with the instant of the next one; null where none will come.</returns>
    public static (SeatStep Step, Instant? Next) At(
        TeamMember seat,
        TeamKind kind,
        Instant now,
        DateTimeZone zone
    )
    {
        var steps = Steps(seat, kind, zone).OrderBy(step => step.At).ToList();
        if (steps.Exists(step => step.Step == SeatStep.EndOfTerm && step.At <= now))
            return (SeatStep.EndOfTerm, null);
        return steps switch
        {
            [] => (SeatStep.Wait, null),
            [var first, ..] when first.At <= now => (first.Step, null),
            [var first, ..] => (SeatStep.Wait, first.At),
        };
    }

    /// <summary>The day on which the member is asked next whether they go on.</summary>
    public static LocalDate AskedNext(TeamMember seat, DateTimeZone zone) =>
        (seat.Confirmed ?? seat.Since).InZone(zone).Date.PlusYears(1);

    /// <summary>When a seat about which the member was asked ends, if they stay silent. Counted from the reminder: a worker that slept gives the week all the same.</summary>
    public static Instant? EndsForSilence(TeamMember seat) =>
        (seat.Reminded ?? seat.Asked + Duration.FromDays(WeekOfSilence))
        + Duration.FromDays(WeekOfSilence);

    private static IEnumerable<(Instant At, SeatStep Step)> Steps(
        TeamMember seat,
        TeamKind kind,
        DateTimeZone zone
    )
    {
        if (seat.Ends is { } last)
        {
            yield return (zone.AtStartOfDay(last.PlusDays(1)).ToInstant(), SeatStep.EndOfTerm);
            if (seat.ToldOfEnd is null)
                yield return (Morning(last.PlusDays(-NoticeDays), zone), SeatStep.TellOfEnd);
        }
        if (!AsksYearly(kind))
            yield break;
        if (seat.Asked is not { } asked)
        {
            var day = AskedNext(seat, zone);
            // Nobody is asked to go on in a term that is about to end.
            if (seat.Ends is not { } end || day < end.PlusDays(-NoticeDays))
                yield return (Morning(day, zone), SeatStep.AskToGoOn);
        }
        else if (seat.Reminded is null)
            yield return (asked + Duration.FromDays(WeekOfSilence), SeatStep.Remind);
        else
            yield return (EndsForSilence(seat)!.Value, SeatStep.EndForSilence);
    }

    private static Instant Morning(LocalDate day, DateTimeZone zone) =>
        day.At(s_morning).InZoneLeniently(zone).ToInstant();
}
