using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Reports;

/// <summary>The partner says what the public reads of a report that was sent, or that it reads nothing any more.</summary>
[SignedIn]
internal sealed class PublicSummaryPage(OpenPartner open, OpenReports reports)
    : ReportVerb(open, reports)
{
    [BindProperty(Name = "summary")]
    public string? Summary { get; set; }

    [BindProperty(Name = "consent")]
    public bool Consent { get; set; }

    [BindProperty(Name = "v.summary")]
    public int? Based { get; set; }

    public int Version =>
        Report.Answers.FirstOrDefault(answer => answer.Question == PartnerReport.Summary)?.Version
        ?? 0;

    protected override PartnerSide? OnlySide => PartnerSide.Partner;

    public override async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        (Summary, Consent) = (Report.SummaryText, Report.IsPublic);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(Publish()), Texts.SaidSummary, ct);

    private Outcome Publish()
    {
        var outcome = Report.Publish(Consent, Typed.Clean(Summary), Based, Open.Actor, Open.Now);
        return outcome.Refusal is { Field: not null } refusal
            ? refusal with
            {
                Field = "summary",
            }
            : outcome;
    }
}
