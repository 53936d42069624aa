using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Attachments;

/// <summary>A file of the thread, for whoever of the desk reads its entry.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CaseFilePage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid file, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Desk, ct))
            return NotFound();
        return await FileDownload.OfAsync(
            db,
            db.FilesOf(Open.Case.Id, Open.Lanes),
            file,
            Response,
            ct
        );
    }
}
