using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Commitments.Domain;

// About the application: its history tells the whole story.

internal sealed record CommitmentKept(Guid About, string Commitment) : DomainEvent(About);

internal sealed record CommitmentDoubted(Guid About, string Commitment, string Reason)
    : DomainEvent(About);

internal sealed record CommitmentWaived(Guid About, string Commitment, string Reason)
    : DomainEvent(About);

internal sealed record CommitmentsReminded(Guid About) : DomainEvent(About);
