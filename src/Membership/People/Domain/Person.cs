using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.People.Domain;

internal sealed class Person : Entity
{
    public const int NameLength = 120;
    public const int KeyLength = 40;

    private Person() { }

    public PersonId Id { get; private set; }

    /// <summary>One field, as the person writes it; empty until given.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What mail is sent to, always: never an address that somebody typed later and that merely compares equal.</summary>
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public Instant Created { get; private set; }

    /// <summary>When the person first showed that mail to the address reaches them; null for one who was only named by others.</summary>
    public Instant? Proven { get; private set; }

    /// <summary>Whether a mail on Mondays says what waits for them.</summary>
    public bool WeekDigest { get; private set; } = true;

    /// <summary>Stands in the weekly mail and turns it off without signing in; good for nothing else.</summary>
    public string UnsubscribeKey { get; private set; } = "";

    public static Person Named(EmailAddress address, string name, Instant now) =>
        new()
        {
            Id = PersonId.New(),
            Name = name,
            Email = address.Envelope,
            EmailKey = address.Key,
            Created = now,
            UnsubscribeKey = RandomNumberGenerator.GetHexString(KeyLength, lowercase: true),
        };

    /// <summary>Comes in by a proven address; the first time it is recorded.</summary>
    public Outcome SignIn(Instant now)
    {
        var actor = Actor.Of(Id, Name);
        if (Proven is not null)
            return Outcome.Of(actor, now, new PersonSignedIn(Id.Value));
        Proven = now;
        return Outcome.Of(actor, now, new PersonJoined(Id.Value), new PersonSignedIn(Id.Value));
    }

    public Outcome Rename(string name, Actor actor, Instant now)
    {
        if (name.Length == 0)
            return Refusals.NameMissing;
        if (name.Length > NameLength)
            return Refusals.NameTooLong;
        if (name == Name)
            return Outcome.Of(actor, now);
        Name = name;
        return Outcome.Of(actor, now, new PersonRenamed(Id.Value));
    }

    public Outcome ChooseDigest(bool wanted, Actor actor, Instant now)
    {
        if (wanted == WeekDigest)
            return Outcome.Of(actor, now);
        WeekDigest = wanted;
        return Outcome.Of(actor, now, new PersonDigestChosen(Id.Value, wanted));
    }
}
