using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Partnering.Filters.Data;
using Banyan.Partnering.Filters.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Filters;

[Requires(CasePermissions.Desk)]
internal sealed class DropFilterPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    public KeptFilter Kept { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        db.Remove(Kept);
        return await this.CommitAsync(
            Kept.Drop(viewer.Actor, clock.GetCurrentInstant()),
            CaseLinks.All,
            Texts.SaidDropped,
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.FiltersOf(viewer).SingleOrDefaultAsync(filter => filter.Id == id, ct);
        Kept = found!;
        return found is not null;
    }
}
