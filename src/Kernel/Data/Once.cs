using NodaTime;

namespace Banyan.Kernel.Data;

/// <summary>One acknowledged form: its key and where the person was sent. The same form gets the same answer again.</summary>
public sealed class Once
{
    public required string Key { get; init; }
    public required string Location { get; init; }

    /// <summary>A hash of what was sent, where to and in which session; another form under the same key is not this one.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The session that the first answer began, if it did: its cookie may never have arrived.</summary>
    public Guid? Began { get; init; }
    public Instant At { get; init; }
}
