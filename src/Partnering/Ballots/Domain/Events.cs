using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Ballots.Domain;

internal sealed record RoundOpened(Guid About, string Stage, int Seats) : DomainEvent(About);

/// <summary>The history says who voted, and nothing of how: that is shown beside the round, by its own rule.</summary>
internal sealed record BallotCast(Guid About, string Vote, bool Changed) : DomainEvent(About);

internal sealed record CastingVoteCast(Guid About, string Vote) : DomainEvent(About);

internal sealed record DiscussionOpened(Guid About) : DomainEvent(About);

internal sealed record RoundTied(Guid About) : DomainEvent(About);

internal sealed record RoundExtended(Guid About, int Days) : DomainEvent(About);

internal sealed record RoundEndedByChair(Guid About) : DomainEvent(About);

internal sealed record RoundHeld(Guid About, string Reason) : DomainEvent(About);

internal sealed record RoundWentOn(Guid About) : DomainEvent(About);

internal sealed record BallotsWentStale(Guid About, int Ballots) : DomainEvent(About);

internal sealed record MembersNudged(Guid About, int Members) : DomainEvent(About);

internal sealed record SeatReplaced(Guid About, Guid Silent, Guid Successor) : DomainEvent(About);
