using Banyan.Kernel.Data;
using Banyan.Membership.Organisations.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Organisations.Data;

internal static class OrganisationsModel
{
    public const string SlugIndex = "ux_organisations_slug";

    extension(BanyanDb db)
    {
        internal DbSet<Organisation> Organisations => db.Set<Organisation>();
    }

    public const string HolidayIndex = "ux_holidays_day";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Holiday>(row =>
        {
            row.ToTable("holidays");
            row.Property(h => h.Name).HasMaxLength(Holiday.LongestName);
            row.HasIndex(h => new { h.OrganisationId, h.Day }, HolidayIndex).IsUnique();
        });
        model.Entity<Organisation>(row =>
        {
            row.Property(o => o.MailReplyTo).HasMaxLength(320);
            row.HasMany(o => o.Holidays).WithOne().HasForeignKey(h => h.OrganisationId);
            row.ToTable("organisations");
            row.Property(o => o.Slug).HasMaxLength(Slugs.MaxLength);
            row.Property(o => o.Name).HasMaxLength(200);
            row.Property(o => o.HomeZone).HasMaxLength(60);
            row.Property(o => o.Country).HasMaxLength(2);
            row.Property(o => o.Accent).HasMaxLength(20);
            row.Property(o => o.MailFromName).HasMaxLength(200);
            row.HasIndex(o => o.Slug, SlugIndex).IsUnique();
        });
    }
}
