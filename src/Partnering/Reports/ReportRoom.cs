using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;

namespace Banyan.Partnering.Reports;

/// <summary>What reports add to a partnership.</summary>
internal sealed class ReportRoom(OpenPartner open, OpenReports reports) : IPartnerRoom
{
    public Task<Outcome> BeganAsync(PartnerView partner, CancellationToken ct) =>
        Task.FromResult(Outcome.Of(partner.Actor, partner.Now).Then(Plan()));

    /// <summary>Nothing is taken back: what was reported stays, and nobody is asked for more.</summary>
    public Task<PartnerLeft> LeftAsync(PartnerView partner, bool forGood, CancellationToken ct) =>
        Task.FromResult(new PartnerLeft(Outcome.Of(partner.Actor, partner.Now), []));

    public async Task<Outcome> CameBackAsync(PartnerView partner, CancellationToken ct)
    {
        await reports.LoadAsync(ct);
        return Outcome.Of(partner.Actor, partner.Now).Then(Plan());
    }

    public async Task<IReadOnlyList<PartnerPanel>> PanelsAsync(
        PartnerView partner,
        CancellationToken ct
    )
    {
        if (!reports.MayRead)
            return [];
        await reports.LoadAsync(ct);
        return
        [
            new PartnerPanel(
                Texts.ReportsTitle,
                [reports.Line],
                Texts.PanelLink,
                ReportLinks.All(partner.Code)
            ),
        ];
    }

    private IReadOnlyList<WorkChange> Plan() =>
        reports.Next is { } time && reports.Calendar.AskedOn(time) is { } day
            ? [ReportWanted.Plan(open.Partner.Id, time, late: false, day, open.Home.Zone)]
            : [];
}
