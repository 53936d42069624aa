using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>The order of the queue. It is kept, though it could be computed, because a database sorts only by what it keeps; what people read is computed from the facts.</summary>
internal sealed partial class Application
{
    /// <summary>
    /// When the next thing about it is due: an answer, the end of a rest, else the decision. Null unless it is open. Days begin in UTC here: the
    /// order is right to a day across all organisations.
    /// </summary>
    public Instant? DueAt { get; private set; }

    /// <summary>The days of the program's promise and those that promotion needs, as the version says under which it is judged.</summary>
    public int PromiseDays { get; private set; }
    public int LeadDays { get; private set; }

    private void Promise(CaseClocks clocks) =>
        (PromiseDays, LeadDays) = (7 * clocks.WholeWeeks, clocks.PromotionLeadDays);

    private void Reckon() => DueAt = ApplicationMoves.IsOpen(State) ? Due() : null;

    private Instant? Due()
    {
        if (Ball == Ball.Applicant && Asked is { } asked)
            return StartOf(asked.AnswerBy.PlusDays(1));
        if (State == ApplicationState.Tabled && PutOffUntil is { } until)
            return StartOf(until);
        var promised =
            SubmittedAt
            + Duration.FromDays(PromiseDays)
            + Duration.FromMilliseconds(WaitedMilliseconds);
        return
            EventDate is { } day
            && StartOf(day.PlusDays(-LeadDays)) is var useful
            && useful < promised
            ? useful
            : promised;
    }

    private static Instant StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}
