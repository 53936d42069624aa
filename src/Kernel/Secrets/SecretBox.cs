using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Kernel.Secrets;

/// <summary>Seals secrets for the database and opens them, with keys that stand outside it. The first secret makes the first key.</summary>
public sealed class SecretBox(KeyFile file, IServiceScopeFactory scopes, IClock clock)
{
    private volatile KeyRing? ring;
    private volatile int agreed;

    /// <summary>Reads the file anew each time, so that a new key counts without a restart. Not within <see cref="BanyanDb.CommitPartsAsync"/>: the first secret is a commit of its own.</summary>
    /// <exception cref="SecretException">There is no key to seal with.</exception>
    public async Task<Sealed> SealAsync(
        SecretPlace place,
        ReadOnlyMemory<byte> secret,
        CancellationToken ct
    ) => (await AgreedAsync(ct)).Seal(place, secret.Span);

    /// <exception cref="SecretException">Its key is missing, or it was not sealed for this place.</exception>
    public byte[] Open(SecretPlace place, Sealed value)
    {
        var known = ring;
        if (known is null || value.Key is { } number && !known.Has(number))
            ring = known = file.Read() ?? throw Missing();
        if (value.Key is { } missing && !known.Has(missing))
            throw new SecretException(SecretException.Fill(Texts.KeyMissing, file.Path, missing));
        return known.Open(place, value)
            ?? throw new SecretException(SecretException.Fill(Texts.DoesNotOpen, place.Field));
    }

    /// <summary>The keys of the file, once they are those that the database knows.</summary>
    internal async Task<KeyRing> AgreedAsync(CancellationToken ct)
    {
        var found = file.Read();
        if (found is null || agreed != found.Newest)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
            found = await AgreeAsync(db, found, ct);
            agreed = found.Newest;
        }
        ring = found;
        return found;
    }

    private async Task<KeyRing> AgreeAsync(BanyanDb db, KeyRing? found, CancellationToken ct)
    {
        while (true)
        {
            var known = await db.SecretKeys.AsNoTracking().ToListAsync(ct);
            // Looked for once more: somebody else may have made it between our two looks.
            found ??= known.Count > 0 ? file.Read() : file.Begin();
            if (found is null)
                throw Missing();
            if (KeysFound.Missing(found, known) is { } missing)
                throw new SecretException(
                    SecretException.Fill(Texts.KeyMissing, file.Path, missing)
                );
            var fresh = found.All.Keys.Except(known.Select(key => key.Number)).ToList();
            if (fresh.Count == 0)
                return found;
            var now = clock.GetCurrentInstant();
            db.AddRange(
                fresh.Select(number => new SecretKey
                {
                    Number = number,
                    Fingerprint = found.Fingerprint(number),
                    MadeAt = now,
                })
            );
            // Refused: another node was faster, and its keys are looked at.
            await db.CommitAsync(Outcome.Of(Actor.Rule, now), ct);
        }
    }

    private SecretException Missing() => new(SecretException.Fill(Texts.FileMissing, file.Path));
}

/// <summary>What the file lacks of what the database knows.</summary>
public static class KeysFound
{
    /// <returns>The number of a key that the file does not hold, or of which it holds another; null where it has them all.</returns>
    public static int? Missing(KeyRing ring, IEnumerable<SecretKey> known) =>
        known
            .Where(key => !ring.Has(key.Number) || ring.Fingerprint(key.Number) != key.Fingerprint)
            .Select(key => (int?)key.Number)
            .Min();
}
