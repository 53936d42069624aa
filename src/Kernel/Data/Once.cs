using NodaTime;

namespace Banyan.Kernel.Data;

/// <summary>One acknowledged form: its key and where the person was sent. The same key gets the same answer again.</summary>
public sealed class Once
{
    public required string Key { get; init; }
    public required string Location { get; init; }
    public Instant At { get; init; }
}
