using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Commitments.Data;

internal static class CommitmentModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_partner_commitments_time", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<PartnerCommitment> Commitments => db.Set<PartnerCommitment>();

        /// <summary>Of one partnership, in the order of its program.</summary>
        internal Task<List<PartnerCommitment>> CommitmentsOfAsync(
            PartnershipId partnership,
            CancellationToken ct
        ) =>
            db
                .Commitments.Where(row => row.Partnership == partnership)
                .OrderBy(row => row.Position)
                .ThenBy(row => row.Time)
                .ToListAsync(ct);
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<PartnerCommitment>(row =>
        {
            row.ToTable("partner_commitments");
            row.Property(r => r.Due).AsJson();
            row.LinksToPartnership(r => r.Partnership);
            row.HasOne<Application>().WithMany().HasForeignKey(r => r.Application);
            row.HasIndex(
                    r => new
                    {
                        r.Partnership,
                        r.Key,
                        r.Time,
                    },
                    "ux_partner_commitments_time"
                )
                .IsUnique();
        });
}
