using Banyan.Kernel.Access;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Reports;

/// <summary>What the partner reported so far, and what is wanted next; for both sides.</summary>
[SignedIn]
internal sealed class ReportsPage(OpenPartner open, OpenReports reports) : PageModel
{
    public PartnerHead Head { get; private set; } = null!;
    public OpenReports Reports => reports;
    public bool IsPartner => open.Side == PartnerSide.Partner;

    /// <summary>The newest first.</summary>
    public IEnumerable<PartnerReport> Sent => reports.Sent.OrderByDescending(report => report.Time);
    public bool IsBegun => reports.All.Any(report => report.State == ReportState.Draft);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await open.LoadAsync(code, ct))
            return NotFound();
        await reports.LoadAsync(ct);
        Head = PartnerHead.Of(open);
        return Page();
    }
}
