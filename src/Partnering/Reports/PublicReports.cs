using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Reports.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Reports;

/// <summary>What a partner lets everybody read of the reports that it sent, and nothing else of them.</summary>
internal sealed class PublicReports(BanyanDb db)
{
    public async Task<IReadOnlyList<PublicReport>> OfAsync(string code, CancellationToken ct)
    {
        var partners = db.Partnerships.Where(partner => partner.Code == code);
        var reports = await db
            .Reports.AsNoTracking()
            .Where(report => report.IsPublic && report.SentAt != null)
            .Where(report => partners.Any(partner => partner.Id == report.Partnership))
            .OrderByDescending(report => report.Time)
            .ToListAsync(ct);
        return
        [
            .. reports.Select(report => new PublicReport(
                DayWords.Of(report.SentAt!.Value.InUtc().Date),
                report.SummaryText
            )),
        ];
    }
}

/// <param name="Day">On which it was sent, in words.</param>
internal sealed record PublicReport(string Day, string Words);
