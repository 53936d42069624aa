using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>Which regions a team should cover; the page of participation says which of them has no seat.</summary>
[Requires(MembershipPermissions.ManageTeams)]
internal sealed class CoverRegionsPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    [BindProperty]
    public string Regions { get; set; } = "";
    public string TeamName { get; private set; } = "";
    public string TeamHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, ct) is not { } found)
            return NotFound();
        Regions = found.Team.Regions;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, ct) is not { } found)
            return NotFound();
        return await this.CommitAsync(
            found.Team.Cover(Regions, viewer.Actor, clock.GetCurrentInstant()),
            then: TeamHref,
            say: Texts.SaidRegions,
            ct
        );
    }

    private async Task<FoundTeam?> FindAsync(string organisation, string team, CancellationToken ct)
    {
        var found = await FoundTeam.ToManageAsync(db, viewer, organisation, team, ct);
        if (found is not null)
            (TeamName, TeamHref) = (
                found.Team.Name,
                TeamLinks.Show(found.Organisation, found.Team.Slug)
            );
        return found;
    }
}
