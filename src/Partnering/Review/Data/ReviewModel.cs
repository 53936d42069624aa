using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review.Data;

internal static class ReviewModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_criterion_findings_criterion", () => ReviewRefusals.FindingElsewhere),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<CriterionFinding> Findings => db.Set<CriterionFinding>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<CriterionFinding>(finding =>
        {
            finding.ToTable("criterion_findings");
            finding.Property(f => f.Criterion).HasMaxLength(80);
            finding
                .HasIndex(
                    f => new { f.Application, f.Criterion },
                    "ux_criterion_findings_criterion"
                )
                .IsUnique();
            finding.HasOne<Application>().WithMany().HasForeignKey(f => f.Application);
        });
    }
}
