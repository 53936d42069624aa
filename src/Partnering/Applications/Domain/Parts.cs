using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>One answer exactly as typed; what it means is read from it each time, so nothing typed is ever lost.</summary>
internal sealed class Answer
{
    private Answer() { }

    public Answer(string question, string text, string by, Instant at) =>
        (Question, Text, By, At) = (question, text, by, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public string Question { get; private init; } = "";
    public string Text { get; private set; } = "";
    public string By { get; private set; } = "";
    public Instant At { get; private set; }

    /// <summary>The token of two people writing at once; grows with each change.</summary>
    public int Version { get; private set; } = 1;

    public void Rewrite(string text, string by, Instant at) =>
        (Text, By, At, Version) = (text, by, at, Version + 1);
}

/// <summary>A person on the applicant's side, by address; <see cref="Person"/> is set once the address is proven.</summary>
internal sealed class Applicant
{
    public const int Most = 10;

    private Applicant() { }

    /// <param name="by">Who invited them; null for whoever began the draft.</param>
    public Applicant(EmailAddress email, PersonId? person, Instant at, PersonId? by = null) =>
        (Email, EmailKey, Person, InvitedAt, InvitedBy) = (
            email.ToString(),
            email.Key,
            person,
            at,
            by
        );

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public string Email { get; private init; } = "";
    public string EmailKey { get; private init; } = "";
    public PersonId? Person { get; private set; }
    public Instant InvitedAt { get; private init; }
    public PersonId? InvitedBy { get; private init; }
    public Instant? ProvenAt { get; private set; }

    /// <summary>With it, an answer to one of our mails finds its application and its writer. It goes to this address only.</summary>
    public string ReplyKey { get; private init; } =
        RandomNumberGenerator.GetString(SpokenLetters.All, 20).ToLowerInvariant();

    public void Prove(PersonId person, Instant now) => (Person, ProvenAt) = (person, now);
}

internal enum Audience
{
    Applicant,
    Staff,
    Reviewers,

    /// <summary>The body that is asked about the case, and nobody else: not the staff, which it may overrule.</summary>
    Board,
}

internal enum EntryKind
{
    Note,
    Question,
    Answer,
}

/// <summary>One entry of the case's thread. Everything but <see cref="Audience.Applicant"/> is private to the desk.</summary>
internal sealed class ThreadEntry
{
    /// <summary>Characters of one entry at most.</summary>
    public const int Most = 10_000;

    private ThreadEntry() { }

    public ThreadEntry(Audience audience, EntryKind kind, string words, Actor actor, Instant at) =>
        (Audience, Kind, Words, Person, Name, At) = (
            audience,
            kind,
            words,
            actor.Person,
            actor.Name,
            at
        );

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public Audience Audience { get; private init; }
    public EntryKind Kind { get; private init; }
    public string Words { get; private init; } = "";
    public PersonId? Person { get; private init; }
    public string Name { get; private init; } = "";
    public Instant At { get; private init; }
}
