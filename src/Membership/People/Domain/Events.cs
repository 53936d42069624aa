using Banyan.Kernel.Domain;

namespace Banyan.Membership.People.Domain;

internal sealed record PersonJoined(Guid About) : DomainEvent(About);

internal sealed record PersonSignedIn(Guid About) : DomainEvent(About);

internal sealed record PersonSignedOut(Guid About) : DomainEvent(About);

internal sealed record PersonRenamed(Guid About) : DomainEvent(About);

internal sealed record SessionEnded(Guid About, Guid Session) : DomainEvent(About);

internal sealed record PersonChoseNotice(Guid About, string Kind, string Rhythm)
    : DomainEvent(About);
