using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Partnerships;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Reports;

/// <summary>Staff asks the partner about its report.</summary>
[Requires(ReportPermissions.Read)]
internal sealed class AskAboutPage(OpenPartner open, OpenReports reports, ReportMail mail)
    : ReportVerb(open, reports)
{
    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    protected override string? Permission => ReportPermissions.Read;

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(AskAbout()), Texts.SaidAskAbout, ct);

    private Outcome AskAbout()
    {
        var words = Typed.Clean(Words).Trim();
        var outcome = Report.Ask(words, Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then(mail.Asked(Report, words)) : outcome;
    }
}
