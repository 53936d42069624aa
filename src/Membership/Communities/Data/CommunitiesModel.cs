using Banyan.Kernel.Data;
using Banyan.Membership.Communities.Domain;
using Banyan.Membership.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Communities.Data;

internal static class CommunitiesModel
{
    public const string SlugIndex = "ux_communities_slug";
    public const string MemberKey = "PK_community_members";

    extension(BanyanDb db)
    {
        internal DbSet<Community> Communities => db.Set<Community>();
        internal DbSet<CommunityMember> CommunityMembers => db.Set<CommunityMember>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Community>(row =>
        {
            row.ToTable("communities");
            row.Property(c => c.Slug).HasMaxLength(Slugs.MaxLength + 10);
            row.Property(c => c.Name).HasMaxLength(Community.NameLength);
            row.Property(c => c.FoldedName).HasMaxLength(Slugs.FoldedLength);
            row.Property(c => c.Website).HasMaxLength(2000);
            row.Property(c => c.Place).HasMaxLength(Community.PlaceLength);
            row.Property(c => c.Kind).HasMaxLength(Community.KindLength);
            row.HasIndex(c => c.Slug, SlugIndex).IsUnique();
            row.HasIndex(c => c.FoldedName, "ix_communities_folded_name");
            row.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CommunityId);
        });
        model.Entity<CommunityMember>(row =>
        {
            row.ToTable("community_members");
            row.HasKey(m => new { m.CommunityId, m.PersonId });
            row.HasIndex(m => m.PersonId, "ix_community_members_person");
            row.LinksToPerson(m => m.PersonId);
        });
    }
}
