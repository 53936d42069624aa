using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>The order of the queue. It is kept, though it could be computed, because a database sorts only by what it keeps; what people read is computed from the facts.</summary>
internal sealed partial class Application
{
    /// <summary>
    /// When the next thing about it is due: an answer, the end of a rest, else the present step or the decision. Null unless it is open. Days begin in UTC here: the
    /// order is right to a day across all organisations.
    /// </summary>
    public Instant? DueAt { get; private set; }

    public PromisedDays Promised { get; private set; } = new(0, 0, null, null);

    /// <summary>Null while it is on no way: a draft, a case that rests, one that has ended.</summary>
    public CaseStep? Step { get; private set; }

    private void Promise(CaseClocks clocks)
    {
        Promised = new(
            7 * clocks.WholeWeeks,
            clocks.PromotionLeadDays,
            clocks.FirstLookDays,
            clocks.DecisionDays
        );
        if (Step is { } step)
            Step = step with { Days = Promised.Of(step.Kind) };
    }

    private void Enter(StepKind? kind, Instant now)
    {
        if (kind != Step?.Kind)
            Step = kind is { } next ? new(next, now, WaitedMilliseconds, Promised.Of(next)) : null;
    }

    private void Reckon() => DueAt = ApplicationMoves.IsOpen(State) ? Due() : null;

    private Instant? Due()
    {
        if (Ball == Ball.Applicant && Asked is { } asked)
            return StartOf(asked.AnswerBy.PlusDays(1));
        if (State == ApplicationState.Tabled && PutOffUntil is { } until)
            return StartOf(until);
        var waited = Duration.FromMilliseconds(WaitedMilliseconds);
        var due = SubmittedAt + Duration.FromDays(Promised.Whole) + waited;
        if (
            EventDate is { } day
            && StartOf(day.PlusDays(-Promised.Lead)) is var useful
            && useful < due
        )
            due = useful;
        return State != ApplicationState.Releasing && Step?.Due(waited) is { } step && step < due
            ? step
            : due;
    }

    private static Instant StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}
