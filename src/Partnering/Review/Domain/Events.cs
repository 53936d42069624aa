using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Review.Domain;

internal sealed record RoundOpened(Guid About, string Stage, int Seats) : DomainEvent(About);

/// <summary>The history says who voted, and nothing of how: that is shown beside the round, by its own rule.</summary>
internal sealed record BallotCast(Guid About, string Vote, bool Changed) : DomainEvent(About);

internal sealed record CriterionJudged(Guid About, string Criterion, string Verdict)
    : DomainEvent(About);
