using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Secrets;

/// <summary>What the database knows of a key: that it is there. A node with another file, or none, so does not make a key of its own under the same number.</summary>
public sealed class SecretKey
{
    public int Number { get; init; }
    public string Fingerprint { get; init; } = "";
    public Instant MadeAt { get; init; }

    internal static void Configure(ModelBuilder model) =>
        model.Entity<SecretKey>(key =>
        {
            key.ToTable("secret_keys");
            key.HasKey(k => k.Number);
            key.Property(k => k.Fingerprint).HasMaxLength(32);
        });
}
