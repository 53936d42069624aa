using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Decisions.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>The whole case as a document: read as its page is read, so that it tells nobody more than the page does.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CaseFilePage(BanyanDb db, Viewer viewer, ReadCase read) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await read.OfAsync(reference, ct, everything: true) is not { } view)
            return NotFound();
        // Its reasons are the staff's until the letter has left, as on the pages of the decision.
        var cases = db
            .Applications.OnDeskOf(viewer, CasePermissions.Decide)
            .WithReference(reference)
            .Select(a => a.Id);
        var decision = await db
            .Decisions.AsNoTracking()
            .Include(d => d.Reasons)
            .Where(d => d.SupersededAt == null && cases.Contains(d.Application))
            .SingleOrDefaultAsync(ct);
        return File(
            JsonSerializer.SerializeToUtf8Bytes(CaseJson.Of(view, decision), Readable),
            "application/json; charset=utf-8",
            $"{view.Head.Reference}.json"
        );
    }
}
