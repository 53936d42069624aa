using System.Security.Cryptography;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using Banyan.Partnering.Credentials.Data;
using Banyan.Partnering.Credentials.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Credentials;

/// <summary>The keys with which the site signs; the first is made with the first signature.</summary>
internal sealed class SigningKeys(BanyanDb db, SecretBox box, IClock clock)
{
    /// <exception cref="SecretException">The private part cannot be sealed or opened.</exception>
    public async Task<SigningKey> CurrentAsync(CancellationToken ct)
    {
        while (true)
        {
            if (
                await db
                    .SigningKeys.AsNoTracking()
                    .SingleOrDefaultAsync(key => key.Current == true, ct) is
                { } key
            )
                return key;
            db.Add(await NewAsync(ct));
            // Refused: somebody else asked at the same moment, and theirs is taken.
            await db.CommitAsync(Outcome.Of(Actor.Rule, clock.GetCurrentInstant()), ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The newest first.</summary>
    public Task<List<SigningKey>> AllAsync(CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().OrderByDescending(key => key.MadeAt).ToListAsync(ct);

    public Task<SigningKey?> FindAsync(string thumbprint, CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Thumbprint == thumbprint, ct);

    /// <summary>Another key signs from now on.</summary>
    public async Task RotateAsync(CancellationToken ct)
    {
        await CurrentAsync(ct);
        var now = clock.GetCurrentInstant();
        var current = await db.SigningKeys.SingleAsync(key => key.Current == true, ct);
        current.Retire(now);
        db.Add(await NewAsync(ct));
        await db.CommitOrTryAgainAsync(Outcome.Of(Actor.Rule, now), ct);
    }

    /// <summary>Signs with the private part (RS256).</summary>
    public byte[] Sign(SigningKey key, ReadOnlySpan<byte> what)
    {
        var opened = box.Open(new SecretPlace(SigningKey.SecretField, key.Id), key.Private);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(opened, out _);
        CryptographicOperations.ZeroMemory(opened);
        return rsa.SignData(what, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private async Task<SigningKey> NewAsync(CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        using var rsa = RSA.Create(SigningKey.Size);
        var written = rsa.ExportPkcs8PrivateKey();
        var kept = await box.SealAsync(new SecretPlace(SigningKey.SecretField, id), written, ct);
        CryptographicOperations.ZeroMemory(written);
        return SigningKey.Made(
            id,
            rsa.ExportParameters(includePrivateParameters: false),
            kept,
            clock.GetCurrentInstant()
        );
    }
}
