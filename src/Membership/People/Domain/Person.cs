using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
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

    /// <summary>IANA id of the zone by which mails of a day or a week come; null: that of the organisation which writes.</summary>
    public string? Zone { get; private set; }

    /// <summary>How often mails of a kind come; a kind that is not in it comes as it usually does.</summary>
    public List<NoticeChoice> Notices { get; private init; } = [];

    /// <summary>Stands in gathered mails and stops a kind of them without signing in; good for nothing else.</summary>
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

    /// <param name="kind">One of which such a mail can come to them, with a rhythm that it has.</param>
    public Outcome ChooseNotice(NoticeKind kind, Rhythm rhythm, Actor actor, Instant now)
    {
        if (!kind.Rhythms.Contains(rhythm))
            return Refusals.RhythmMissing(kind.Key);
        if (RhythmOf(kind) == rhythm)
            return Outcome.Of(actor, now);
        if (Notices.Find(choice => choice.Kind == kind.Key) is { } known)
            known.Change(rhythm);
        else
            Notices.Add(new NoticeChoice(kind.Key, rhythm));
        return Outcome.Of(actor, now, new PersonChoseNotice(Id.Value, kind.Key, $"{rhythm}"));
    }

    public Rhythm RhythmOf(NoticeKind kind) =>
        Notices.Find(choice => choice.Kind == kind.Key)?.Rhythm ?? kind.Usual;

    /// <param name="zone">Empty: that of the organisation which writes.</param>
    public Outcome ChooseZone(string zone, Actor actor, Instant now)
    {
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return Refusals.ZoneUnknown(zone);
        Zone = zone.Length > 0 ? zone : null;
        return Outcome.Of(actor, now);
    }
}

/// <summary>How often mails of a kind come to one person.</summary>
internal sealed class NoticeChoice
{
    private NoticeChoice() { }

    public NoticeChoice(string kind, Rhythm rhythm) => (Kind, Rhythm) = (kind, rhythm);

    public PersonId Person { get; private init; }
    public string Kind { get; private init; } = "";
    public Rhythm Rhythm { get; private set; }

    public void Change(Rhythm rhythm) => Rhythm = rhythm;
}
