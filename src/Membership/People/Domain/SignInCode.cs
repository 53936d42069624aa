using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.People.Domain;

/// <summary>One request for a mailed code. A row is kept for a request over the limit too, with a secret that no code matches, so that both look and cost the same.</summary>
internal sealed class SignInCode : Entity
{
    public const int Digits = 6;
    public const int MostTries = 5;
    public static readonly Duration Lifetime = Duration.FromMinutes(10);

    private SignInCode() { }

    /// <summary>Names the request in the address of the code page. It is no secret: without the code it opens nothing.</summary>
    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";

    /// <summary>What the code is for; a code asked for one purpose does not serve another.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Where to go after it, a path of this site.</summary>
    public string Next { get; private set; } = "";
    public byte[] Salt { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];
    public Instant Created { get; private set; }
    public int Tries { get; private set; }
    public Instant? Used { get; private set; }

    /// <summary>The asker's network: the first 24 bits of an IPv4 address, 64 of an IPv6 address.</summary>
    public string Network { get; private set; } = "";

    /// <summary>Its place among the mails that the limits allow to the address and to the network: unique, so that requests at the same moment cannot share one. Null where no mail leaves.</summary>
    public string? AddressPlace { get; private set; }
    public string? NetworkPlace { get; private set; }

    public static SignInCode Ask(
        EmailAddress address,
        string purpose,
        string next,
        string network,
        MailPlace? place,
        Instant now,
        out string code
    )
    {
        code = RandomNumberGenerator
            .GetInt32(1_000_000)
            .ToString("D6", CultureInfo.InvariantCulture);
        var salt = RandomNumberGenerator.GetBytes(16);
        return new SignInCode
        {
            Id = Guid.CreateVersion7(),
            Email = address.ToString(),
            EmailKey = address.Key,
            Purpose = purpose,
            Next = next,
            Salt = salt,
            Hash = place is not null ? HashOf(salt, code) : RandomNumberGenerator.GetBytes(32),
            Created = now,
            Network = network,
            AddressPlace = place?.OfAddress,
            NetworkPlace = place?.OfNetwork,
        };
    }

    public bool IsLive(Instant now) =>
        Used is null && Tries < MostTries && now < Created + Lifetime;

    /// <summary>Counts a try. It is committed before the code is looked at, so that many guesses at the same moment are not one try.</summary>
    public Outcome Try(Instant now)
    {
        if (!IsLive(now))
            return Refusals.CodeWrong;
        Tries++;
        return Outcome.Of(Actor.Visitor(""), now);
    }

    /// <summary>Uses the code up if it is the right one. Call after <see cref="Try"/> was committed.</summary>
    public Outcome Redeem(string code, Instant now)
    {
        if (
            Used is not null
            || now >= Created + Lifetime
            || !CryptographicOperations.FixedTimeEquals(Hash, HashOf(Salt, code))
        )
            return Refusals.CodeWrong;
        Used = now;
        return Outcome.Of(Actor.Visitor(""), now);
    }

    /// <summary>The digits of what was typed or pasted; digits of any script count, spaces and hyphens do not.</summary>
    public static string DigitsOf(string typed)
    {
        var digits = new StringBuilder();
        foreach (var letter in typed)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit)
                digits.Append(digit);
            else if (!char.IsWhiteSpace(letter) && letter is not ('-' or '.' or '\u00A0'))
                return "";
        }
        return digits.ToString();
    }

    private static byte[] HashOf(byte[] salt, string code) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(code));
}
