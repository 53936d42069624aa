using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Attachments.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Attachments;

/// <summary>Takes away the content of a file that should not have been sent. Its name stays in the thread and in the history.</summary>
[Requires(CasePermissions.RemoveFile)]
internal sealed class RemoveFilePage(BanyanDb db, OpenCase open, Viewer viewer) : CaseVerb(open)
{
    private Attachment found = null!;
    private Audience lane;
    public string Name => found.Name;

    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid file,
        CancellationToken ct
    ) => await LoadAsync(reference, file, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, Guid file, CancellationToken ct)
    {
        if (!await LoadAsync(reference, file, ct))
            return NotFound();
        return await DoAsync(
            reference,
            CasePermissions.RemoveFile,
            async () =>
            {
                await LoadAsync(reference, file, ct);
                var removed = found.Remove(lane, Open.Actor, Open.Now);
                if (removed.Done)
                    db.RemoveRange(
                        await db
                            .AttachedBytes.Where(bytes => bytes.Attachment == file)
                            .ToListAsync(ct)
                    );
                return removed;
            },
            Texts.SaidRemoved,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, Guid file, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.RemoveFile, ct))
            return false;
        var files = db.FilesOf(Open.Case.Id, Lanes.RemovedBy(viewer, Open.Case));
        if (await files.SingleOrDefaultAsync(known => known.Id == file, ct) is not { } attachment)
            return false;
        found = attachment;
        lane = await db.Set<ThreadEntry>()
            .Where(entry => entry.Id == attachment.Entry)
            .Select(entry => entry.Audience)
            .SingleAsync(ct);
        return true;
    }
}
