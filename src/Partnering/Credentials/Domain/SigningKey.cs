using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using NodaTime;

namespace Banyan.Partnering.Credentials.Domain;

/// <summary>A key with which the site signs. One is current; those before it stay public, so that what they have signed still proves itself.</summary>
internal sealed class SigningKey : Entity
{
    public const string SecretField = "signing-key.private";

    /// <summary>Bits. 128 of strength.</summary>
    public const int Size = 3072;

    private SigningKey() { }

    public Guid Id { get; private init; }

    /// <summary>Its public name: the hash of the public part (RFC 7638).</summary>
    public string Thumbprint { get; private init; } = "";

    /// <summary>Modulus and exponent as a JWK writes them (RFC 7518, 6.3.1).</summary>
    public string Modulus { get; private init; } = "";
    public string Exponent { get; private init; } = "";
    public Sealed Private { get; private init; }
    public Instant MadeAt { get; private init; }
    public Instant? RetiredAt { get; private set; }

    /// <summary>Null once it is retired; at most one has it.</summary>
    public bool? Current { get; private set; }

    public static SigningKey Made(Guid id, RSAParameters key, Sealed sealedKey, Instant now)
    {
        var (modulus, exponent) = (Base64Url.Of(key.Modulus!), Base64Url.Of(key.Exponent!));
        return new SigningKey
        {
            Id = id,
            Thumbprint = Base64Url.Of(
                SHA256.HashData(
                    System.Text.Encoding.UTF8.GetBytes(
                        $$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}"""
                    )
                )
            ),
            Modulus = modulus,
            Exponent = exponent,
            Private = sealedKey,
            MadeAt = now,
            Current = true,
        };
    }

    public void Retire(Instant now) => (RetiredAt, Current) = (now, null);
}
