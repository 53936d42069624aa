using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>Everything that happened to a case, as sentences, oldest first.</summary>
[Requires(CasePermissions.History)]
internal sealed class HistoryPage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    private const int Most = 1000;

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.History, ct))
            return NotFound();
        var about = Open.Case.Id.Value;
        var rows = await db
            .Events.AsNoTracking()
            .Include(row => row.Words)
            .Where(row => row.About == about)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        Lines = [.. rows.Select(row => HistoryLine.Of(row, Open.Program))];
        return Page();
    }
}
