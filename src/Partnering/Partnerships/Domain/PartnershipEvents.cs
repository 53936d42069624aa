using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Partnerships.Domain;

// But for the first, these are about the application: its history tells the whole story.

internal sealed record PartnershipBegun(Guid About, string Code) : DomainEvent(About);

internal sealed record ConditionSaidDone(Guid About, string Condition) : DomainEvent(About);

internal sealed record ConditionMet(Guid About, string Condition) : DomainEvent(About);

internal sealed record ConditionWaived(Guid About, string Condition, string Reason)
    : DomainEvent(About);

internal sealed record ConditionsAllMet(Guid About) : DomainEvent(About);

internal sealed record LookedAgain(Guid About) : DomainEvent(About);

internal sealed record PartnershipGoesOn(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipCorrected(Guid About) : DomainEvent(About);

internal sealed record PartnershipTakenBack(Guid About) : DomainEvent(About);

internal sealed record PartnershipLookedAt(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipChangeTold(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipSuspended(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipReinstated(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipSteppedBack(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipTakenUpAgain(Guid About, string Reason) : DomainEvent(About);

internal sealed record PartnershipExpired(Guid About) : DomainEvent(About);

internal sealed record RevocationProposed(Guid About, string Reason) : DomainEvent(About);

internal sealed record SuspensionProposed(Guid About, string Reason) : DomainEvent(About);

internal sealed record ProposalAnswered(Guid About, string Reason) : DomainEvent(About);

internal sealed record ProposalDropped(Guid About) : DomainEvent(About);

internal sealed record PartnershipRevoked(Guid About, string Reason) : DomainEvent(About);

internal sealed record RevocationAppealed(Guid About, string Reason) : DomainEvent(About);

internal sealed record RevocationStands(Guid About, string Reason) : DomainEvent(About);

internal sealed record RevocationLifted(Guid About, string Reason) : DomainEvent(About);

internal sealed record ConsequenceSettled(Guid About, string Consequence) : DomainEvent(About);

internal sealed record TermReminded(Guid About) : DomainEvent(About);
