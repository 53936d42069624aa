using Banyan.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Kernel.Data;

public sealed partial class BanyanDb
{
    /// <summary>The records whose version grows with this commit: those that changed, and those of which only a part changed, for the part was changed on what the record said.</summary>
    private List<Entity> Changed()
    {
        var records = ChangeTracker.Entries<Entity>().ToList();
        var changed = records.Where(IsChanged).Select(record => record.Entity).ToHashSet();
        var untouched = records.Where(record => record.State == EntityState.Unchanged).ToList();
        if (untouched.Count == 0)
            return [.. changed];
        foreach (var part in ChangeTracker.Entries().Where(IsPart))
        foreach (var link in part.Metadata.GetForeignKeys().Where(OwnsParts))
            changed.UnionWith(
                untouched.Where(record => Links(part, link, record)).Select(record => record.Entity)
            );
        return [.. changed];
    }

    /// <summary>Whether somebody else has changed a record of this commit: what a link ran into then is their doing, and no fault of ours. A link may break before the older version is noticed.</summary>
    private async Task<bool> OutrunAsync(CancellationToken ct)
    {
        foreach (var record in ChangeTracker.Entries<Entity>().ToList())
        {
            if (record.State is EntityState.Added or EntityState.Detached)
                continue;
            var stored = await record.GetDatabaseValuesAsync(ct);
            if (stored is null)
                return true;
            var version = record.Property(entity => entity.Version);
            if (stored.GetValue<int>(version.Metadata) != version.OriginalValue)
                return true;
        }
        return false;
    }

    private static bool IsChanged(EntityEntry entry) =>
        entry.State is EntityState.Modified or EntityState.Added;

    private static bool IsPart(EntityEntry entry) =>
        entry.Entity is not Entity && (IsChanged(entry) || entry.State == EntityState.Deleted);

    // A record names its own parts; a bare foreign key only points at somebody else's record.
    private static bool OwnsParts(IForeignKey link) =>
        link.PrincipalToDependent is not null
        && typeof(Entity).IsAssignableFrom(link.PrincipalEntityType.ClrType);

    private static bool Links(EntityEntry part, IForeignKey link, EntityEntry<Entity> record) =>
        link.PrincipalEntityType.IsAssignableFrom(record.Metadata)
        && link.Properties.Zip(link.PrincipalKey.Properties)
            .All(pair =>
                Equals(
                    part.Property(pair.First).CurrentValue,
                    record.Property(pair.Second).CurrentValue
                )
            );
}
