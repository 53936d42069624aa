using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;

namespace Banyan.Partnering.Reports;

/// <summary>A page about one report that was sent.</summary>
internal abstract class ReportVerb(OpenPartner open, OpenReports reports) : PartnerVerb(open)
{
    public PartnerReport Report { get; private set; } = null!;
    public string ReportHref => ReportLinks.Show(Head.Code, Report.Id);
    public FormState Answers => reports.State(Report, complete: false, summary: false);
    protected override string SeenAt => ReportHref;

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct) || !reports.MayRead)
            return false;
        await reports.LoadAsync(ct);
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        // What is not sent is the partner's alone, and has its own page.
        if (reports.Sent.FirstOrDefault(report => report.Id == id) is not { } found)
            return false;
        Report = found;
        return true;
    }
}
