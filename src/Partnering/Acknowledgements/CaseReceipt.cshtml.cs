using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>The same receipt for staff, with the organisation's own acceptance from the moment it was given.</summary>
[Requires(AcknowledgementPermissions.Receipt)]
internal sealed class CaseReceiptPage(BanyanDb db, Viewer viewer, ReadReceipt read) : PageModel
{
    public ReceiptView Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        var application = await db
            .Applications.AsNoTracking()
            .OnDeskOf(viewer, AcknowledgementPermissions.Receipt)
            .WithReference(reference)
            .Include(a => a.Acceptances)
            .SingleOrDefaultAsync(ct);
        if (application is null)
            return NotFound();
        Receipt = await read.OfAsync(application, bothSides: true, ct);
        return Page();
    }
}
