using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>The queue behind the same filters, all its pages in one table: the same rows in the same words. It leaves part by part, so that its length costs no memory.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CasesCsvPage(BanyanDb db, Viewer viewer, ShowRows show, IClock clock)
    : PageModel
{
    private const int PartSize = 500;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var filter = QueueFilter.Of(Request.Query);
        var now = clock.GetCurrentInstant();
        var reader = viewer.May(CasePermissions.Read) ? Ball.Staff : Ball.WorkGroup;
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=cases.csv";
        var text = new StringBuilder();
        Csv.Add(
            text,
            Texts.CsvReference,
            Texts.CsvTitle,
            Texts.FilterProgram,
            Texts.FilterState,
            Texts.CsvReason,
            Texts.CsvNext,
            Texts.CsvDecideBy,
            Texts.CsvStepEnds,
            Texts.FilterLead,
            Texts.CsvTags
        );
        var staff = await DeskStaff.OfAsync(db, viewer, ct);
        QueuePlace? after = null;
        do
        {
            var part = await db.Queue(viewer, filter, after, now)
                .Select(a => a.Id)
                .Take(PartSize)
                .ToListAsync(ct);
            var rows = (await db.RowsOfAsync(viewer, part, ct)).In(part);
            await show.LoadAsync(rows, staff, ct);
            foreach (var row in rows)
                Add(text, show.Of(row, reader, now));
            await Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
            text.Clear();
            after = part.Count == PartSize ? rows[^1].Place(filter) : null;
        } while (after is not null);
        return new EmptyResult();
    }

    private static void Add(StringBuilder text, ShownRow row) =>
        Csv.Add(
            text,
            row.Reference,
            row.Title,
            row.Program,
            row.State,
            row.Reason,
            row.Next,
            row.DueOn?.ToString("uuuu-MM-dd", null) ?? "",
            row.Deadline is { } ends ? ZonedTime.Say(ends) : "",
            row.Lead ?? "",
            string.Join(", ", row.Tags)
        );
}
