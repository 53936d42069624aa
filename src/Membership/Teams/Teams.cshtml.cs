using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Teams.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Teams;

[Requires(MembershipPermissions.ReadTeams)]
internal sealed class TeamsPage(BanyanDb db, Viewer viewer) : PageModel
{
    public ILookup<string, TeamLine> ByOrganisation { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var teams = await (
            from team in db.Teams.VisibleTo(viewer)
            join organisation in db.Organisations on team.OrganisationId equals organisation.Id
            orderby organisation.Name, team.Kind, team.Name
            select new TeamLine(
                organisation.Name,
                organisation.Slug,
                team.Slug,
                team.Name,
                team.Kind,
                team.Size
            )
        ).ToListAsync(ct);
        ByOrganisation = teams.ToLookup(team => team.Organisation);
    }

    public static string About(TeamKind kind) =>
        kind switch
        {
            TeamKind.Owners => Texts.KindOwners,
            TeamKind.Staff => Texts.KindStaff,
            TeamKind.WorkGroup => Texts.KindWorkGroup,
            TeamKind.Board => Texts.KindBoard,
        };
}

internal sealed record TeamLine(
    string Organisation,
    string OrganisationSlug,
    string Slug,
    string Name,
    TeamKind Kind,
    int Size
);
