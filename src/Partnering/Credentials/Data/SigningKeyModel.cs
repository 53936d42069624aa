using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using Banyan.Partnering.Credentials.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Credentials.Data;

internal static class SigningKeyModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_signing_keys_current", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<SigningKey>(key =>
        {
            key.ToTable("signing_keys");
            key.Property(k => k.Thumbprint).HasMaxLength(43);
            key.Property(k => k.Private).IsSealed(SigningKey.SecretField);
            key.HasIndex(k => k.Thumbprint, "ux_signing_keys_thumbprint").IsUnique();
            key.HasIndex(k => k.Current, "ux_signing_keys_current").IsUnique();
        });
}
