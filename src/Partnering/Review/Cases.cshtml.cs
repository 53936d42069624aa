using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Partnering.Filters.Data;
using Banyan.Partnering.Filters.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>The desk: what needs the reader now and why, then the queue with its filters in the address.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CasesPage(BanyanDb db, Viewer viewer, ReadDesk read, ReadChoices choices)
    : PageModel
{
    [BindProperty(Name = "after", SupportsGet = true)]
    public string After { get; set; } = "";

    public DeskView Desk { get; private set; } = null!;
    public bool MayRelease => viewer.May(CasePermissions.Release);
    public FilterChoices Choices { get; private set; } = null!;
    public IReadOnlyList<KeptFilter> Kept { get; private set; } = [];

    public QueueFilter Filter { get; private set; } = QueueFilter.None;

    /// <summary>Who filters, or turns the page, has seen what stands on top.</summary>
    public bool WithToday => Filter.IsNone && After.Length == 0;

    /// <summary>What does not stand above already, so that nobody reads the same row twice; null where the list has filters or more pages.</summary>
    public IReadOnlyList<ShownRow>? Rest =>
        !WithToday || Desk.NextPage is not null
            ? null
            :
            [
                .. Desk.Queue.ExceptBy(
                    Desk.VotesWanted.Concat(Desk.Today).Select(row => row.Reference),
                    row => row.Reference
                ),
            ];

    public bool MayLead => viewer.May(CasePermissions.Lead);

    public string? NextPage => Desk.NextPage is { } place ? CaseLinks.Queue(Filter, place) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = QueueFilter.Of(Request.Query);
        // What a form leaves empty does not stay in the address, which people keep and send on.
        if (Request.Query.Any(part => part.Value.ToString().Length == 0))
            return new SeeOther(CaseLinks.Queue(Filter, QueuePlace.Parse(After)));
        var staff = await DeskStaff.OfAsync(db, viewer, ct);
        Desk = await read.OfAsync(Filter, QueuePlace.Parse(After), staff, ct);
        Choices = await choices.OfAsync(staff, ct);
        Kept = await db.FiltersOf(viewer).AsNoTracking().ToListAsync(ct);
        return Page();
    }
}
