using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Setup.Domain;
using Banyan.Membership.Teams.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Setup.Data;

internal static class SetupModel
{
    extension(BanyanDb db)
    {
        internal DbSet<SetupKey> SetupKeys => db.Set<SetupKey>();
    }

    public static Task<bool> HasOwnerAsync(this BanyanDb db, CancellationToken ct) =>
        db.Teams.AnyAsync(team => team.Kind == TeamKind.Owners && team.Size > 0, ct);

    public static void Configure(ModelBuilder model) =>
        model.Entity<SetupKey>(row =>
        {
            row.ToTable("setup_keys");
            row.HasIndex(k => k.Hash, "ux_setup_keys_hash").IsUnique();
        });
}
