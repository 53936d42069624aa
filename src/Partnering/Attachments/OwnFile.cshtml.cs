using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Attachments;

/// <summary>A file of the thread, on the applicant's side.</summary>
[Holder]
internal sealed class OwnFilePage(BanyanDb db, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid file, CancellationToken ct)
    {
        var id = await db
            .Applications.HeldBy(viewer)
            .WithReference(reference)
            .Select(application => (ApplicationId?)application.Id)
            .SingleOrDefaultAsync(ct);
        return id is { } application
            ? await FileDownload.OfAsync(
                db,
                db.FilesOf(application, [Audience.Applicant]),
                file,
                Response,
                ct
            )
            : NotFound();
    }
}
