using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Attachments.Domain;

/// <summary>A file that came along with an entry of the thread; who reads the entry reads it.</summary>
internal sealed class Attachment
{
    /// <summary>Bytes of one file at most.</summary>
    public const int Largest = 5_000_000;

    /// <summary>Files of one entry at most.</summary>
    public const int Most = 3;

    /// <summary>Bytes of all files of one application together.</summary>
    public const int MostOfCase = 40_000_000;

    private Attachment() { }

    public Attachment(
        ThreadEntry entry,
        ApplicationId application,
        string name,
        FileKind kind,
        int size
    ) => (Entry, Application, Name, Kind, Size) = (entry.Id, application, name, kind, size);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid Entry { get; private init; }
    public ApplicationId Application { get; private init; }
    public string Name { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public int Size { get; private init; }

    /// <summary>Its content is gone since then; its name stays, so that the thread can be followed.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <param name="audience">Of the entry that it came with.</param>
    public Outcome Remove(Audience audience, Actor actor, Instant now)
    {
        if (RemovedAt is not null)
            return AttachmentRefusals.RemovedAlready;
        RemovedAt = now;
        return Outcome.Of(
            actor,
            now,
            new FileRemoved(Application.Value, Name, audience.ToString())
        );
    }
}

/// <summary>The content of a file, in a row of its own: who lists files does not read them.</summary>
internal sealed class AttachedBytes
{
    public required Guid Attachment { get; init; }
    public byte[] Bytes { get; init; } = [];
}
