using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Partnerships.Data;

internal static class PartnershipModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_partnerships_application", () => Refusals.ChangedMeanwhile),
        new("ux_partnerships_code", () => Refusals.ChangedMeanwhile),
        new("ux_partnerships_status_index", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Partnership> Partnerships => db.Set<Partnership>();

        /// <summary>With its conditions; null where no letter has begun one.</summary>
        internal Task<Partnership?> PartnershipOfAsync(
            ApplicationId application,
            CancellationToken ct
        ) =>
            db
                .Partnerships.Include(p => p.Conditions)
                .SingleOrDefaultAsync(p => p.Application == application, ct);
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<PartnershipCondition>(condition =>
        {
            condition.ToTable("partnership_conditions");
            condition.HasIndex(c => c.Partnership, "ix_partnership_conditions_partnership");
        });
        model.Entity<Partnership>(partnership =>
        {
            partnership.ToTable(
                "partnerships",
                table => table.HasCheckConstraint("ck_partnerships_term", "until >= begins")
            );
            partnership.Property(p => p.Code).HasMaxLength(PartnerCode.Length);
            partnership.Ignore(p => p.Promises);
            partnership.Ignore(p => p.ConditionsLeft);
            partnership.Ignore(p => p.Next);
            partnership.HasMany(p => p.Conditions).WithOne().HasForeignKey(c => c.Partnership);
            partnership.HasIndex(p => p.Code, "ux_partnerships_code").IsUnique();
            partnership.HasIndex(p => p.Application, "ux_partnerships_application").IsUnique();
            partnership.HasIndex(p => p.StatusIndex, "ux_partnerships_status_index").IsUnique();
            partnership.HasIndex(p => new { p.Until, p.Code }, "ix_partnerships_until");
            partnership.HasOne<Application>().WithMany().HasForeignKey(p => p.Application);
            partnership.HasOne<PartnerProgram>().WithMany().HasForeignKey(p => p.Program);
            partnership.HasOne<ProgramVersion>().WithMany().HasForeignKey(p => p.ProgramVersion);
            partnership.LinksToOrganisation(p => p.Organisation);
            partnership.LinksToCommunity(p => p.Community);
        });
    }
}
