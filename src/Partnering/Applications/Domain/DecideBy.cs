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
        var waiting =
            facts.Ball == Ball.Applicant && facts.EndedAt is null
                ? now.ToInstant() - facts.BallSince
                : Duration.Zero;
        var waited = Duration.FromMilliseconds(facts.WaitedMilliseconds) + waiting;
        var promise = (sent + Duration.FromDays(7 * clocks.WholeWeeks) + waited)
            .InZone(now.Zone)
            .Date;
        return
            facts.EventDate?.PlusDays(-clocks.PromotionLeadDays) is { } useful && useful < promise
            ? useful
            : promise;
    }
}
