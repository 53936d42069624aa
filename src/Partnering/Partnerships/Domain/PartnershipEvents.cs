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
