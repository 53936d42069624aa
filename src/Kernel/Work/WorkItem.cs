using System.Text.Json;
using NodaTime;

namespace Banyan.Kernel.Work;

/// <summary>One row of what is still to be done outside the request that caused it: a mail to send, a page to look at, a date that falls due.</summary>
public sealed class WorkItem
{
    internal const string NoPayload = "{}";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the handler, such as <c>mail.send</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>At most one undone row has this key, so planning again moves it instead of adding one.</summary>
    public required string Key { get; init; }
    public Guid? Subject { get; init; }

    /// <summary>What the handler needs. Codes and letters stand in it, so a finished row keeps none.</summary>
    public string Payload { get; internal set; } = NoPayload;
    public Instant DueAt { get; internal set; }
    public Instant? DoneAt { get; internal set; }

    /// <summary>Set when the cause is gone before it was done; it is then done with, too.</summary>
    public bool Cancelled { get; internal set; }

    /// <summary>Grows with each claim; a worker whose lease ran out cannot finish a later claim.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Milliseconds since 1970 by the database's clock, not by a node's.</summary>
    public long? LeasedUntil { get; internal set; }
    public string? Problem { get; internal set; }

    /// <summary>The payload as the record that was planned.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload, JsonSerializerOptions.Web)!;
}

/// <summary>A change to the plan of work, committed together with its cause.</summary>
public abstract record WorkChange
{
    private WorkChange() { }

    /// <summary>Do it at <paramref name="DueAt"/>; an undone row of the same key is moved.</summary>
    public sealed record Plan(string Kind, string Key, Instant DueAt, Guid? Subject, object Payload)
        : WorkChange;

    public sealed record Cancel(string Key) : WorkChange;
}
