using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Review.Domain;

internal sealed record CriterionJudged(Guid About, string Criterion, string Verdict)
    : DomainEvent(About);
