using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Kernel.Audit;

/// <summary>One line of history. Never rewritten; the words beside it are, when a person asks to be forgotten.</summary>
public sealed class EventRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Instant At { get; init; }
    public required string Action { get; init; }
    public Guid About { get; init; }
    public ActorKind ActorKind { get; init; }
    public PersonId? Person { get; init; }
    public EventWords Words { get; init; } = null!;
}

/// <summary>The actor's name as it was then, and the event as JSON.</summary>
public sealed class EventWords
{
    public Guid EventId { get; init; }
    public required string ActorName { get; init; }
    public required string Data { get; init; }
}
