using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Declarations.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>Everything that happened to a case, as sentences, oldest first.</summary>
[Requires(CasePermissions.History)]
internal sealed class HistoryPage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    private const int PageSize = 50;

    /// <summary>The last line of the page before.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    /// <summary>Null on the last page.</summary>
    public string? NextPage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.History, ct))
            return NotFound();
        var about = Open.Case.Id.Value;
        var (id, me) = (Open.Case.Id, Open.Person);
        var recused = await db.DeclarationsOf(id).AnyAsync(d => d.Person == me && !d.Votes, ct);
        var events = db.Events.AsNoTracking().Where(row => row.About == about);
        if (HistoryPlace.Parse(After) is var (at, line))
            events = events.Where(row => row.At > at || row.At == at && row.Id > line);
        var rows = await events
            .Include(row => row.Words)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        Lines =
        [
            .. page.Select(row => HistoryLine.Of(row, Open.Program, tallies: !recused))
                .Where(line => line.IsFor(Open.Lanes)),
        ];
        NextPage =
            rows.Count > PageSize
                ? CaseLinks.History(Head.Reference, new HistoryPlace(page[^1].At, page[^1].Id))
                : null;
        return Page();
    }
}
