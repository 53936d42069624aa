using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Reports;

/// <summary>Staff has read it and says thank you.</summary>
[Requires(ReportPermissions.Read)]
internal sealed class ThankForPage(OpenPartner open, OpenReports reports, ReportMail mail)
    : ReportVerb(open, reports)
{
    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    protected override string? Permission => ReportPermissions.Read;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(ThankFor()), Texts.SaidThankFor, ct);

    private Outcome ThankFor()
    {
        var words = Typed.Clean(Words).Trim();
        var outcome = Report.Thank(words, Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then(mail.Thanked(Report, words)) : outcome;
    }
}
