using System.Security.Cryptography;
using System.Text;

namespace Banyan.Kernel.Secrets;

/// <summary>The keys of one file, by number.</summary>
public sealed class KeyRing(IReadOnlyDictionary<int, byte[]> keys)
{
    /// <summary>Bytes.</summary>
    internal const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    internal IReadOnlyDictionary<int, byte[]> All => keys;

    public int Newest { get; } = keys.Keys.Max();

    internal bool Has(int number) => keys.ContainsKey(number);

    /// <summary>By which a key is known again without being told: a hash of 256 random bits says nothing of them.</summary>
    internal string Fingerprint(int number) =>
        Convert.ToHexStringLower(
            SHA256.HashData([.. "banyan key of secrets "u8, .. keys[number]])[..16]
        );

    internal Sealed Seal(SecretPlace place, ReadOnlySpan<byte> secret)
    {
        var envelope = new byte[NonceSize + secret.Length + TagSize];
        var nonce = envelope.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[Newest], TagSize);
        aes.Encrypt(
            nonce,
            secret,
            envelope.AsSpan(NonceSize, secret.Length),
            envelope.AsSpan(NonceSize + secret.Length),
            Bound(place, Newest)
        );
        return new Sealed(
            FormattableString.Invariant($"{Newest}.{Convert.ToBase64String(envelope)}")
        );
    }

    /// <returns>Null where it is not what was sealed for this place with one of these keys.</returns>
    internal byte[]? Open(SecretPlace place, Sealed value)
    {
        if (value.Key is not { } number || !keys.TryGetValue(number, out var key))
            return null;
        var envelope = new byte[value.Text.Length];
        if (
            !Convert.TryFromBase64String(
                value.Text[(value.Text.IndexOf('.', StringComparison.Ordinal) + 1)..],
                envelope,
                out var length
            )
            || length < NonceSize + TagSize
        )
            return null;
        var secret = new byte[length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(
                envelope.AsSpan(0, NonceSize),
                envelope.AsSpan(NonceSize, secret.Length),
                envelope.AsSpan(NonceSize + secret.Length, TagSize),
                secret,
                Bound(place, number)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return secret;
    }

    private static byte[] Bound(SecretPlace place, int number) =>
        Encoding.UTF8.GetBytes(
            FormattableString.Invariant($"{place.Field}/{place.Record:n}/{number}")
        );
}
