using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Teams.Data;

internal static class TeamsModel
{
    public const string SlugIndex = "ux_teams_slug";
    public const string ActiveIndex = "ux_team_members_active";

    extension(BanyanDb db)
    {
        internal DbSet<Team> Teams => db.Set<Team>();
        internal DbSet<TeamMember> TeamMembers => db.Set<TeamMember>();
    }

    public static IQueryable<Team> VisibleTo(this IQueryable<Team> teams, Viewer viewer)
    {
        var organisations = viewer.OrganisationsWhere(MembershipPermissions.ReadTeams);
        return teams.Where(team => organisations.Contains(team.OrganisationId));
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Team>(row =>
        {
            row.ToTable("teams");
            row.Property(t => t.Slug).HasMaxLength(Slugs.MaxLength);
            row.Property(t => t.Name).HasMaxLength(200);
            row.Property(t => t.Regions).HasMaxLength(Team.RegionsLength);
            row.HasIndex(t => new { t.OrganisationId, t.Slug }, SlugIndex).IsUnique();
            row.LinksToOrganisation(t => t.OrganisationId);
            row.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId);
        });
        model.Entity<TeamMember>(row =>
        {
            row.ToTable("team_members");
            // The key is made in code; without this a new member found through its team is taken for an old row.
            row.Property(m => m.Id).ValueGeneratedNever();
            row.Property(m => m.Region).HasMaxLength(SeatTerms.RegionLength);
            row.Ignore(m => m.Terms);
            row.HasIndex(m => new { m.TeamId, m.PersonId }, ActiveIndex)
                .IsUnique()
                .HasFilter("until IS NULL");
            row.HasIndex(m => m.PersonId, "ix_team_members_person").HasFilter("until IS NULL");
            row.LinksToPerson(m => m.PersonId);
        });
    }
}
