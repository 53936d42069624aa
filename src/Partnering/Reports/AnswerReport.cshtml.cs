using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Reports;

/// <summary>The partner answers a question about its report, or adds to it.</summary>
[SignedIn]
internal sealed class AnswerReportPage(OpenPartner open, OpenReports reports, ReportMail mail)
    : ReportVerb(open, reports)
{
    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    protected override PartnerSide? OnlySide => PartnerSide.Partner;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => AnswerReportAsync(ct), Texts.SaidAnswerReport, ct);

    private async Task<Outcome> AnswerReportAsync(CancellationToken ct)
    {
        var words = Typed.Clean(Words).Trim();
        var outcome = Report.Answer(words, Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then(await mail.AnsweredAsync(Report, words, ct)) : outcome;
    }
}
