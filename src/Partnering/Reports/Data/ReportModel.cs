using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Data;
using Banyan.Partnering.Reports.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Reports.Data;

internal static class ReportModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_partner_reports_time", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<PartnerReport> Reports => db.Set<PartnerReport>();

        internal Task<List<PartnerReport>> ReportsOfAsync(
            PartnershipId partnership,
            CancellationToken ct
        ) =>
            db
                .Reports.Where(report => report.Partnership == partnership)
                .OrderBy(report => report.Time)
                .ToListAsync(ct);
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<PartnerReport>(report =>
        {
            report.ToTable("partner_reports");
            report.Property(r => r.Content).AsJson();
            report.Ignore(r => r.Answers);
            report.Ignore(r => r.Entries);
            report.Ignore(r => r.SummaryText);
            report.LinksToPartnership(r => r.Partnership);
            report.HasOne<Application>().WithMany().HasForeignKey(r => r.Application);
            report
                .HasIndex(r => new { r.Partnership, r.Time }, "ux_partner_reports_time")
                .IsUnique();
        });
}
