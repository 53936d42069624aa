using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.Setup.Domain;

/// <summary>The address printed at the start of a site that has no owner. It works once, for a day, and until the next start; only its hash is kept.</summary>
internal sealed class SetupKey : Entity
{
    public static readonly Duration Lifetime = Duration.FromHours(24);

    private SetupKey() { }

    public Guid Id { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public Instant Created { get; private set; }
    public Instant? Used { get; private set; }

    /// <param name="token">256 random bits.</param>
    public static SetupKey Make(Instant now, out string token)
    {
        token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new SetupKey
        {
            Id = Guid.CreateVersion7(),
            Hash = HashOf(token),
            Created = now,
        };
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public bool IsLive(Instant now) => Used is null && now < Created + Lifetime;

    public Outcome Use(PersonId owner, string name, Instant now)
    {
        if (!IsLive(now))
            return Refusals.SetupOver;
        Used = now;
        return Outcome.Of(Actor.Of(owner, name), now, new SiteSetUp(Id, owner.Value));
    }
}
