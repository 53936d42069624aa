using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>The working copy of a program: one for all who edit it. It may be incomplete; what is published may not.</summary>
internal sealed class ProgramDraft : Entity
{
    private ProgramDraft() { }

    public ProgramId Program { get; private init; }

    /// <summary>The version that was current when it was begun.</summary>
    public ProgramVersionId Base { get; private init; }
    public string Text { get; private set; } = "";
    public PersonId BegunBy { get; private init; }
    public Instant BegunAt { get; private init; }
    public PersonId ChangedBy { get; private set; }
    public Instant ChangedAt { get; private set; }

    public static (ProgramDraft Draft, Outcome Outcome) Begin(
        ProgramVersion version,
        PersonId person,
        Actor actor,
        Instant now
    ) =>
        (
            new ProgramDraft
            {
                Program = version.Program,
                Base = version.Id,
                Text = version.Text,
                BegunBy = person,
                BegunAt = now,
                ChangedBy = person,
                ChangedAt = now,
            },
            Outcome.Of(actor, now, new ProgramDraftBegun(version.Program.Value, version.Number))
        );

    /// <summary>Not an event: a history of every keystroke tells nobody anything. What was changed is told when it is published.</summary>
    public Outcome Change(string text, PersonId person, Actor actor, Instant now)
    {
        (Text, ChangedBy, ChangedAt) = (text, person, now);
        return Outcome.Of(actor, now);
    }

    /// <summary>The caller takes the record away.</summary>
    public Outcome Discard(Actor actor, Instant now) =>
        Outcome.Of(actor, now, new ProgramDraftDiscarded(Program.Value));
}

internal sealed record ProgramDraftBegun(Guid About, int Number) : DomainEvent(About);

internal sealed record ProgramDraftDiscarded(Guid About) : DomainEvent(About);
