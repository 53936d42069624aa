using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Banyan.Kernel.Secrets;

/// <summary>Adds a key, and seals with the newest one what older ones have sealed. Older keys stay: a backup may need them.</summary>
public sealed class KeyRotation(BanyanDb db, KeyFile file, SecretBox box, IClock clock)
{
    private const int BatchSize = 200;

    /// <returns>The number of the new key.</returns>
    public async Task<int> AddAsync(CancellationToken ct)
    {
        await box.AgreedAsync(ct);
        file.Add();
        return (await box.AgreedAsync(ct)).Newest;
    }

    /// <returns>How many secrets were sealed anew.</returns>
    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var newest = (await box.AgreedAsync(ct)).Newest;
        var count = 0;
        foreach (
            var type in SealedFields
                .Of(db.Model)
                .Select(field => (IEntityType)field.DeclaringType)
                .Distinct()
        )
            count += await (Task<int>)
                ((Func<IEntityType, int, CancellationToken, Task<int>>)ResealAsync<SecretKey>)
                    .Method.GetGenericMethodDefinition()
                    .MakeGenericMethod(type.ClrType)
                    .Invoke(this, [type, newest, ct])!;
        return count;
    }

    private async Task<int> ResealAsync<T>(IEntityType type, int newest, CancellationToken ct)
        where T : class
    {
        var id = type.FindPrimaryKey()!.Properties[0].Name;
        var fields = SealedFields.Of(db.Model).Where(field => field.DeclaringType == type).ToList();
        var (count, done) = (0, 0);
        while (true)
        {
            var rows = await db.Set<T>()
                .OrderBy(row => EF.Property<object>(row, id))
                .Skip(done)
                .Take(BatchSize)
                .ToListAsync(ct);
            if (rows.Count == 0)
                return count;
            var changed = 0;
            foreach (var row in rows.Select(row => db.Entry(row)))
            foreach (var field in fields)
                changed += await ResealAsync(
                    row,
                    field.Name,
                    SealedFields.NameOf(field),
                    newest,
                    ct
                );
            // Refused: somebody changed one of them meanwhile, and the batch is read anew.
            if ((await db.CommitAsync(Outcome.Of(Actor.Rule, clock.GetCurrentInstant()), ct)).Done)
                (count, done) = (count + changed, done + rows.Count);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> ResealAsync<T>(
        EntityEntry<T> row,
        string property,
        string field,
        int newest,
        CancellationToken ct
    )
        where T : class
    {
        var kept = row.Property(property);
        if (kept.CurrentValue is not Sealed value || value.Key == newest)
            return 0;
        var id = row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name);
        var converted = id.Metadata.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(id.CurrentValue)
            : id.CurrentValue;
        var place = new SecretPlace(field, (Guid)converted!);
        kept.CurrentValue = await box.SealAsync(place, box.Open(place, value), ct);
        return 1;
    }
}
