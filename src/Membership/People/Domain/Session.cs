using System.Buffers.Text;
using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.People.Domain;

/// <summary>One browser that is known here: a person's, or one that holds a draft. The browser has the id, we have only its hash.</summary>
/// <remarks>Not an <see cref="Entity"/>: "last seen" is written beside other requests and must not meet their version.</remarks>
internal sealed class Session
{
    public static readonly Duration Idle = Duration.FromDays(14);
    public static readonly Duration Longest = Duration.FromDays(60);
    public static readonly Duration SeenEvery = Duration.FromMinutes(10);

    private Session() { }

    public Guid Id { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public PersonId? PersonId { get; private set; }

    /// <summary>The one record that a browser without a proven address may see.</summary>
    public Guid? Holds { get; private set; }
    public string FormToken { get; private set; } = "";

    /// <summary>Browser and system in two words, for the person's own list.</summary>
    public string Device { get; private set; } = "";
    public Instant Created { get; private set; }
    public Instant LastSeen { get; private set; }
    public Instant? Ended { get; private set; }

    /// <param name="secret">What the browser keeps; 256 bits.</param>
    public static Session Begin(
        PersonId? person,
        Guid? holds,
        string device,
        Instant now,
        out string secret
    )
    {
        secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new Session
        {
            Id = Guid.CreateVersion7(),
            Hash = HashOf(secret),
            PersonId = person,
            Holds = holds,
            FormToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Device = device,
            Created = now,
            LastSeen = now,
        };
    }

    public static byte[] HashOf(string secret) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    public void Hold(Guid record) => Holds = record;

    public void See(Instant now) => LastSeen = now;

    public void End(Instant now) => Ended ??= now;

    public static bool IsLive(Instant created, Instant lastSeen, Instant? ended, Instant now) =>
        ended is null && now < lastSeen + Idle && now < created + Longest;
}
