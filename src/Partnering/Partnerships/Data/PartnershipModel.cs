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
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Partnership> Partnerships => db.Set<Partnership>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<Partnership>(partnership =>
        {
            partnership.ToTable(
                "partnerships",
                table => table.HasCheckConstraint("ck_partnerships_term", "until >= begins")
            );
            partnership.Property(p => p.Code).HasMaxLength(PartnerCode.Length);
            partnership.Ignore(p => p.Promises);
            partnership.HasIndex(p => p.Code, "ux_partnerships_code").IsUnique();
            partnership.HasIndex(p => p.Application, "ux_partnerships_application").IsUnique();
            partnership.HasIndex(p => new { p.Until, p.Code }, "ix_partnerships_until");
            partnership.HasOne<Application>().WithMany().HasForeignKey(p => p.Application);
            partnership.HasOne<PartnerProgram>().WithMany().HasForeignKey(p => p.Program);
            partnership.HasOne<ProgramVersion>().WithMany().HasForeignKey(p => p.ProgramVersion);
            partnership.LinksToOrganisation(p => p.Organisation);
            partnership.LinksToCommunity(p => p.Community);
        });
}
