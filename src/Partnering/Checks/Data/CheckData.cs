using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Checks.Data;

internal static class CheckData
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_checks_kind", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Check> Checks => db.Set<Check>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<Check>(check =>
        {
            check.ToTable("checks");
            check.HasOne<Application>().WithMany().HasForeignKey(c => c.Application);
            check.HasIndex(c => new { c.Application, c.Kind }, "ux_checks_kind").IsUnique();
            check.HasIndex(c => c.Place, "ix_checks_place").HasFilter("place IS NOT NULL");
            check.HasIndex(c => c.LostAt, "ix_checks_lost").HasFilter("lost_at IS NOT NULL");
        });
}
