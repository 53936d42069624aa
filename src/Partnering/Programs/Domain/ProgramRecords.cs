using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>A program as it is known to people, over all its versions.</summary>
internal sealed class PartnerProgram : Entity
{
    private PartnerProgram() { }

    public PartnerProgram(OrganisationId organisation, string slug) =>
        (Organisation, Slug) = (organisation, slug);

    public ProgramId Id { get; private init; } = ProgramId.New();
    public OrganisationId Organisation { get; private init; }
    public string Slug { get; private init; } = "";
    public ProgramVersionId CurrentVersion { get; private set; }

    /// <summary>Makes a text the current version; the same text again changes nothing.</summary>
    public (ProgramVersion? Version, Outcome Outcome) Publish(
        string text,
        string fingerprint,
        int number,
        ProgramVersion? current,
        string note,
        Actor actor,
        Instant now
    )
    {
        if (current?.Fingerprint == fingerprint)
            return (null, Outcome.Of(actor, now));
        var version = new ProgramVersion(Id, number, text, fingerprint, note, actor.Person, now);
        CurrentVersion = version.Id;
        return (
            version,
            Outcome.Of(actor, now, new ProgramPublished(Id.Value, number, fingerprint))
        );
    }
}

/// <summary>One published text of a program. It never changes; applications keep the version they were sent under.</summary>
internal sealed class ProgramVersion
{
    public const int LongestNote = 200;

    private ProgramVersion() { }

    public ProgramVersion(
        ProgramId program,
        int number,
        string text,
        string fingerprint,
        string note,
        PersonId? by,
        Instant at
    ) =>
        (Program, Number, Text, Fingerprint, Note, PublishedBy, PublishedAt) = (
            program,
            number,
            text,
            fingerprint,
            note,
            by,
            at
        );

    public ProgramVersionId Id { get; private init; } = ProgramVersionId.New();
    public ProgramId Program { get; private init; }
    public int Number { get; private init; }
    public string Text { get; private init; } = "";
    public string Fingerprint { get; private init; } = "";

    /// <summary>What whoever published it says about it, in one line; may be empty.</summary>
    public string Note { get; private init; } = "";

    /// <summary>Null where it came from the command line.</summary>
    public PersonId? PublishedBy { get; private init; }
    public Instant PublishedAt { get; private init; }
}

internal sealed record ProgramPublished(Guid About, int Number, string Fingerprint)
    : DomainEvent(About);
