using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>The day by which a decision is promised and still of use: the earlier of the program's promise, without the time in which the applicant was asked, and the start of the event less the time that promotion needs.</summary>
internal static class DecideBy
{
    /// <returns>Null for what was never sent.</returns>
    public static LocalDate? Of(NextFacts facts, CaseClocks clocks, ZonedDateTime now)
    {
        if (facts.SubmittedAt is not { } sent)
            return null;
        var promise = (sent + Duration.FromDays(7 * clocks.WholeWeeks) + Waited(facts, now))
            .InZone(now.Zone)
            .Date;
        return
            facts.EventDate?.PlusDays(-clocks.PromotionLeadDays) is { } useful && useful < promise
            ? useful
            : promise;
    }

    /// <summary>The day by which the present step is promised, where that is earlier than the decision's own day. A released decision is taken; that its letter waits is nobody's step.</summary>
    public static LocalDate? OfStep(NextFacts facts, CaseClocks clocks, ZonedDateTime now) =>
        facts.Ball != Ball.Applicant
        && facts.State != ApplicationState.Releasing
        && facts.Step?.Due(Waited(facts, now)) is { } due
        && due.InZone(now.Zone).Date is var day
        && day < Of(facts, clocks, now)
            ? day
            : null;

    private static Duration Waited(NextFacts facts, ZonedDateTime now) =>
        Duration.FromMilliseconds(facts.WaitedMilliseconds)
        + (
            facts.Ball == Ball.Applicant && facts.EndedAt is null
                ? now.ToInstant() - facts.BallSince
                : Duration.Zero
        );
}
