using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Attachments.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Attachments;

/// <summary>Keeps the files that a form brought along with what was written in it, or refuses all of it.</summary>
internal sealed class AttachFiles(BanyanDb db)
{
    public const string Field = "files";

    /// <summary>Bytes of a form with files: a little more than these, so that what is a little too large is refused with a sentence.</summary>
    public const int LargestRequest = Attachment.Most * Attachment.Largest + 5_000_000;

    /// <summary>What was kept under which name; known after <see cref="ToAsync"/>.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <param name="outcome">What wrote the newest entry of the thread; where it is refused, nothing is kept.</param>
    public async Task<Outcome> ToAsync(
        Application application,
        Outcome outcome,
        HttpRequest request,
        CancellationToken ct
    )
    {
        Names = [];
        var sent = request.Form.Files.Where(file => file.Length > 0).ToList();
        if (!outcome.Done || sent.Count == 0)
            return outcome;
        if (sent.Count > Attachment.Most)
            return AttachmentRefusals.TooMany(Field);
        if (sent.Find(file => file.Length > Attachment.Largest) is { } large)
            return AttachmentRefusals.TooLarge(NameOf(large), Field);
        var id = application.Id;
        var there = await db
            .Attachments.Where(file => file.Application == id && file.RemovedAt == null)
            .SumAsync(file => file.Size, ct);
        if (there + sent.Sum(file => file.Length) > Attachment.MostOfCase)
            return AttachmentRefusals.CaseFull(Field);
        var entry = application.Thread.MaxBy(entry => entry.Id)!;
        var names = new List<string>();
        foreach (var file in sent)
        {
            var bytes = await BytesAsync(file, ct);
            if (FileKinds.Of(bytes) is not { } kind)
                return AttachmentRefusals.Unknown(NameOf(file), Field);
            var kept = new Attachment(
                entry,
                id,
                FileNames.Of(file.FileName, kind),
                kind,
                bytes.Length
            );
            db.Add(kept);
            db.Add(new AttachedBytes { Attachment = kept.Id, Bytes = bytes });
            names.Add(kept.Name);
        }
        Names = names;
        return outcome.And(
            Outcome.Of(
                outcome.Actor,
                outcome.At,
                new FilesAttached(id.Value, names.Count, entry.Audience.ToString())
            )
        );
    }

    private static string NameOf(IFormFile file) => Kernel.Text.Typed.OneLine(file.FileName);

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
