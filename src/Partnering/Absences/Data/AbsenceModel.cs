using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Absences.Data;

internal static class AbsenceModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_absences_person", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Absence> Absences => db.Set<Absence>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<Absence>(absence =>
        {
            absence.ToTable("absences");
            absence.HasIndex(a => a.Person, "ux_absences_person").IsUnique();
            absence.HasIndex(a => a.StandIn, "ix_absences_stand_in");
            absence.LinksToPerson(a => a.Person);
            absence.LinksToPerson(a => a.StandIn);
        });
}
