using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Organisations;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>A team as its pages load it: tracked, with all its seats.</summary>
internal sealed record FoundTeam(
    Team Team,
    string Organisation,
    string OrganisationName,
    MailVoice Voice,
    DateTimeZone Zone
)
{
    public LocalDate Today(IClock clock) => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>Null for a team that is not there or not the viewer's to see.</summary>
    public static async Task<FoundTeam?> LoadAsync(
        BanyanDb db,
        Viewer viewer,
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        var owner = await db
            .Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Slug == organisation, ct);
        if (owner is null)
            return null;
        var found = await db
            .Teams.VisibleTo(viewer)
            .Include(t => t.Members)
            .SingleOrDefaultAsync(t => t.OrganisationId == owner.Id && t.Slug == team, ct);
        return found is null
            ? null
            : new FoundTeam(
                found,
                owner.Slug,
                owner.Name,
                OrganisationVoice.Of(owner),
                Zones.Of(owner.HomeZone)
            );
    }

    /// <summary>The same, only for those who may change it.</summary>
    public static async Task<FoundTeam?> ToManageAsync(
        BanyanDb db,
        Viewer viewer,
        string organisation,
        string team,
        CancellationToken ct
    ) =>
        await LoadAsync(db, viewer, organisation, team, ct) is { } found
        && viewer.May(MembershipPermissions.ManageTeams, found.Team.OrganisationId)
            ? found
            : null;
}
