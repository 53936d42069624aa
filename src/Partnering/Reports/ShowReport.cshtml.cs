using Banyan.Kernel.Access;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Reports;

/// <summary>A report as it was sent, with what was said about it, for both sides.</summary>
[SignedIn]
internal sealed class ShowReportPage(OpenPartner open, OpenReports reports)
    : ReportVerb(open, reports)
{
    public bool IsPartner => Open.Side == PartnerSide.Partner;
}
