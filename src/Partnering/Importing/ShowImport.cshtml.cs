using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Importing;

/// <summary>How far an import is, and what the dry run says of each row.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class ShowImportPage(
    OpenImport open,
    BanyanDb db,
    Viewer viewer,
    ImportProgress progress
) : ImportVerb(open)
{
    private const int PageSize = 50;

    [BindProperty(Name = "rows", SupportsGet = true)]
    public string? Wanted { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public int After { get; set; }

    public RowVerdict Verdict { get; private set; }
    public IReadOnlyList<ShownRow> Rows { get; private set; } = [];
    public string? NextPage { get; private set; }

    /// <summary>More rows are of this verdict than were kept to be looked at.</summary>
    public bool IsCut =>
        Open.Import.Counts is { } counts
        && ImportWords.Count(counts, Verdict) > CheckedRow.MostKept;

    public string Progress =>
        progress.Of(Open.Import.Id) is { } at
            ? Texts.ProgressRows.With(at.Done, at.Of)
            : Texts.ProgressWaiting;

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await Open.LoadAsync(program, id, ct))
            return NotFound();
        if (Open.Import is { MayMap: true, Counts: { } counts })
        {
            Verdict =
                Enum.TryParse<RowVerdict>(Wanted, true, out var wanted) && Enum.IsDefined(wanted)
                    ? wanted
                : counts.Bad > 0 ? RowVerdict.Bad
                : counts.Like > 0 ? RowVerdict.Like
                : RowVerdict.New;
            await RowsAsync(ct);
        }
        return Page();
    }

    private async Task RowsAsync(CancellationToken ct)
    {
        var (import, check, verdict) = (Open.Import.Id, Open.Import.Check, Verdict);
        var after = After;
        var found = await db
            .CheckedRows.AsNoTracking()
            .Where(row =>
                row.Import == import
                && row.Check == check
                && row.Verdict == verdict
                && row.Line > after
            )
            .OrderBy(row => row.Line)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var page = found.Take(PageSize).ToList();
        if (found.Count > PageSize)
            NextPage = ImportLinks.Rows(Open.Slug, import, verdict, page[^1].Line);
        // What somebody may not read is not shown to them by way of a row that is like it.
        var cases = page.Select(row => row.Case).OfType<ApplicationId>().Distinct().ToList();
        var others = await db
            .Applications.AsNoTracking()
            .OnDeskOf(viewer, CasePermissions.Read)
            .Where(a => cases.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Reference,
                a.Title,
                a.State,
                a.SubmittedAt,
            })
            .ToDictionaryAsync(a => a.Id, ct);
        var zone = Open.Program.Organisation.Zone;
        Rows =
        [
            .. page.Select(row =>
                row.Case is { } id && others.TryGetValue(id, out var other)
                    ? new ShownRow(
                        row,
                        other.Reference,
                        other.Title,
                        Texts.SentOn.With(DayWords.Of(other.SubmittedAt!.Value.InZone(zone).Date))
                            + " · "
                            + StateWords.Of(other.State)
                    )
                    : new ShownRow(row, null, "", "")
            ),
        ];
    }
}

/// <param name="Reference">Of what it is like; null where that is a row of this file, or nothing that the viewer may read.</param>
internal sealed record ShownRow(CheckedRow Row, string? Reference, string Title, string About);
