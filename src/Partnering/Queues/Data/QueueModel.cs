using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Queues.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Queues.Data;

internal static class QueueModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_queue_keepers_program", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<QueueKeepers> Keepers => db.Set<QueueKeepers>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<QueueKeepers>(keepers =>
        {
            keepers.ToTable("queue_keepers");
            keepers.HasIndex(k => k.Program, "ux_queue_keepers_program").IsUnique();
            keepers.HasOne<PartnerProgram>().WithMany().HasForeignKey(k => k.Program);
            keepers.LinksToPerson(k => k.Owner);
            keepers.LinksToPerson(k => k.Deputy);
        });
}
