using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Reports;

/// <summary>Keeps what is in a report while it is being typed. It answers 204, and in a header the versions that the next saving is based on.</summary>
[SignedIn]
internal sealed class AutosaveReportPage(OpenPartner open, OpenReports reports, SaveReport save)
    : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) =>
        await LoadAsync(code, ct) ? new SeeOther(ReportLinks.Write(open.Partner.Code)) : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        if (!await save.KeepAsync(Request.Form, ct) || save.Problems.Count > 0)
            return StatusCode(StatusCodes.Status409Conflict);
        Response.Headers[AutosavePage.VersionsHeader] = string.Join(
            ';',
            reports.Draft.Answers.Select(answer =>
                string.Create(CultureInfo.InvariantCulture, $"{answer.Question}={answer.Version}")
            )
        );
        return StatusCode(StatusCodes.Status204NoContent);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await open.LoadAsync(code, ct) || open.Side != PartnerSide.Partner)
            return false;
        await reports.LoadAsync(ct);
        return reports.Form is not null;
    }
}
