using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Commitments.Domain;

/// <summary>The payload of the work that reminds the sides of a partnership of what is due; one for each partnership, so that what falls together is one mail.</summary>
internal sealed record CommitmentsDue(Guid Partnership)
{
    public const string Kind = "commitments.due";

    public static string Key(PartnershipId partnership) => $"{Kind}/{partnership.Value:n}";

    public static WorkChange Plan(PartnershipId partnership, LocalDate day, DateTimeZone zone) =>
        new WorkChange.Plan(
            Kind,
            Key(partnership),
            zone.AtStartOfDay(day).ToInstant(),
            partnership.Value,
            new CommitmentsDue(partnership.Value)
        );
}

/// <summary>The payload of a look at the link that was given as evidence.</summary>
internal sealed record EvidenceLook(Guid Commitment, string Link)
{
    public const string Kind = "commitments.look";

    public static WorkChange Plan(PartnerCommitment commitment, Instant at) =>
        new WorkChange.Plan(
            Kind,
            $"{Kind}/{commitment.Id:n}",
            at,
            commitment.Application.Value,
            new EvidenceLook(commitment.Id, commitment.Link)
        );
}
