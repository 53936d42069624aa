using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Filters.Data;
using Banyan.Partnering.Filters.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Filters;

/// <summary>Keeps the filter of the address under a name. The filter stays in the address of this page too, so a refusal loses nothing.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class KeepFilterPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";

    public QueueFilter Filter => QueueFilter.Of(Request.Query);
    public string Back => CaseLinks.Queue(Filter);

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.CommitAsync(() => KeepAsync(ct), Back, Texts.SaidKept, ct);

    private async Task<Outcome> KeepAsync(CancellationToken ct)
    {
        var (filter, outcome) = KeptFilter.Keep(
            viewer.Person!.Value,
            Name,
            Filter.ToString(),
            await db.FiltersOf(viewer).ToListAsync(ct),
            viewer.Actor,
            clock.GetCurrentInstant()
        );
        if (filter is not null)
            db.Add(filter);
        return outcome;
    }
}
