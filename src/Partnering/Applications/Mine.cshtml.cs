using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>All applications that this person may write on, newest first.</summary>
[Holder]
internal sealed class MinePage(BanyanDb db, Viewer viewer) : PageModel
{
    internal sealed record Row(string Reference, string Title, ApplicationState State, Ball Ball);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db
            .Applications.HeldBy(viewer)
            .OrderByDescending(application => application.StartedAt)
            .Take(100)
            .Select(application => new Row(
                application.Reference,
                application.Title,
                application.State,
                application.Ball
            ))
            .ToListAsync(ct);
}
