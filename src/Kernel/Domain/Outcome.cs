using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Kernel.Domain;

/// <summary>What a verb answers: a refusal, or what happened together with the work that follows from it. Only <c>db.CommitAsync</c> makes it true.</summary>
public sealed class Outcome
{
    private Outcome(
        Refusal? refusal,
        Actor actor,
        Instant at,
        IReadOnlyList<DomainEvent> events,
        IReadOnlyList<WorkChange> work
    )
    {
        Refusal = refusal;
        Actor = actor;
        At = at;
        Events = events;
        Work = work;
    }

    public Refusal? Refusal { get; }
    public Actor Actor { get; }
    public Instant At { get; }
    public IReadOnlyList<DomainEvent> Events { get; }
    public IReadOnlyList<WorkChange> Work { get; }

    /// <summary>True when nothing stands against it.</summary>
    public bool Done => Refusal is null;

    public static Outcome Of(Actor actor, Instant now, params IReadOnlyList<DomainEvent> events) =>
        new(null, actor, now, events, []);

    public static Outcome Refused(Refusal refusal) =>
        new(refusal, Actor.Rule, Instant.MinValue, [], []);

    public static implicit operator Outcome(Refusal refusal) => Refused(refusal);

    /// <summary>Adds work that is committed with the event: mail to send, or something due at an instant.</summary>
    public Outcome Then(params IReadOnlyList<WorkChange> work) =>
        new(Refusal, Actor, At, Events, [.. Work, .. work]);

    /// <summary>Both or neither: the first refusal wins.</summary>
    public Outcome And(Outcome other)
    {
        if (!Done)
            return this;
        return other.Done
            ? new(null, Actor, At, [.. Events, .. other.Events], [.. Work, .. other.Work])
            : other;
    }
}
