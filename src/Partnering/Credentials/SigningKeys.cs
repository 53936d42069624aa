using System.Security.Cryptography;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using Banyan.Partnering.Credentials.Data;
using Banyan.Partnering.Credentials.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Credentials;

/// <summary>The keys with which the site signs; the first is made when the first partnership begins.</summary>
internal sealed class SigningKeys(BanyanDb db, SecretBox box, IClock clock)
{
    /// <returns>Null where nothing was to be signed yet.</returns>
    public Task<SigningKey?> CurrentAsync(CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Current == true, ct);

    /// <summary>Makes the first key where there is none.</summary>
    /// <exception cref="SecretException">Its private part cannot be sealed.</exception>
    public async Task EnsureAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not null)
            return;
        db.Add(await NewAsync(ct));
        await db.CommitOrTryAgainAsync(Outcome.Of(Actor.Rule, clock.GetCurrentInstant()), ct);
    }

    /// <summary>The newest first.</summary>
    public Task<List<SigningKey>> AllAsync(CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().OrderByDescending(key => key.MadeAt).ToListAsync(ct);

    public Task<SigningKey?> FindAsync(string thumbprint, CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Thumbprint == thumbprint, ct);

    /// <summary>Another key signs from now on.</summary>
    public async Task RotateAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var current = await db.SigningKeys.SingleOrDefaultAsync(key => key.Current == true, ct);
        current?.Retire(now);
        db.Add(await NewAsync(ct));
        await db.CommitOrTryAgainAsync(Outcome.Of(Actor.Rule, now), ct);
    }

    /// <summary>Signs with the private part (RS256).</summary>
    /// <exception cref="SecretException">The private part cannot be opened.</exception>
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
