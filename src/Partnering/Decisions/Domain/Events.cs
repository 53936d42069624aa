using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Decisions.Domain;

internal sealed record DecisionRecorded(Guid About, Guid Decision, string Outcome)
    : DomainEvent(About);

/// <param name="Reason">Why it does not follow the vote or the advice.</param>
internal sealed record DecisionRecordedAgainstReview(
    Guid About,
    Guid Decision,
    string Outcome,
    string Reason
) : DomainEvent(About);

internal sealed record DecisionConfirmed(Guid About, Guid Decision) : DomainEvent(About);

internal sealed record DecisionSuperseded(Guid About, Guid Decision) : DomainEvent(About);

internal sealed record LetterReleased(Guid About, Guid Letter, string LeavesAt)
    : DomainEvent(About);

internal sealed record LetterStopped(Guid About, Guid Letter) : DomainEvent(About);

internal sealed record LetterLeaving(Guid About, Guid Letter) : DomainEvent(About);

internal sealed record LetterLeft(Guid About, Guid Letter) : DomainEvent(About);
