using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Acknowledgements.Data;

internal static class CampaignModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_campaigns_open", () => CampaignRefusals.OpenAlready),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Campaign> Campaigns => db.Set<Campaign>();

        /// <summary>The open campaign in which this application's partnership is asked; null when nothing is.</summary>
        internal Task<Campaign?> OpenCampaignOfAsync(
            ApplicationId application,
            CancellationToken ct
        ) =>
            db.Set<Campaign>()
                .AsNoTracking()
                .Include(campaign => campaign.Clauses)
                .SingleOrDefaultAsync(
                    campaign =>
                        campaign.EndedAt == null
                        && campaign.Partners.Any(asked => asked.Application == application),
                    ct
                );
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaigns");
            campaign.Property(c => c.Note).HasMaxLength(Campaign.LongestNote);
            campaign
                .HasIndex(c => c.Program, "ux_campaigns_open")
                .IsUnique()
                .HasFilter("ended_at IS NULL");
            campaign.HasIndex(c => new { c.Program, c.At }, "ix_campaigns_program");
            campaign.HasOne<PartnerProgram>().WithMany().HasForeignKey(c => c.Program);
            campaign.HasOne<ProgramVersion>().WithMany().HasForeignKey(c => c.ProgramVersion);
            campaign.LinksToOrganisation(c => c.Organisation);
            campaign.HasMany(c => c.Clauses).WithOne().HasForeignKey(c => c.Campaign);
            campaign.HasMany(c => c.Partners).WithOne().HasForeignKey(c => c.Campaign);
        });
        model.Entity<CampaignClause>(clause =>
        {
            clause.ToTable("campaign_clauses");
            clause.Property(c => c.Clause).HasMaxLength(80);
            clause.Property(c => c.Hash).HasMaxLength(ClauseWording.HashLength);
            clause
                .HasIndex(c => new { c.Campaign, c.Clause }, "ux_campaign_clauses_clause")
                .IsUnique();
            clause.HasOne<ClauseWording>().WithMany().HasForeignKey(c => c.Hash);
        });
        model.Entity<CampaignPartner>(partner =>
        {
            partner.ToTable("campaign_partners");
            partner
                .HasIndex(p => new { p.Campaign, p.Partnership }, "ux_campaign_partners_partner")
                .IsUnique();
            partner.HasIndex(p => p.Application, "ix_campaign_partners_application");
            partner.HasOne<Partnership>().WithMany().HasForeignKey(p => p.Partnership);
            partner.HasOne<Application>().WithMany().HasForeignKey(p => p.Application);
        });
    }
}
