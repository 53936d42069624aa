using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

[Requires(MembershipPermissions.ManageTeams)]
internal sealed class RemoveMemberPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    public string PersonName { get; private set; } = "";
    public string TeamName { get; private set; } = "";
    public string TeamHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        Guid person,
        CancellationToken ct
    ) => await FindAsync(organisation, team, person, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        string team,
        Guid person,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, person, ct) is not { } found)
            return NotFound();
        return await this.CommitAsync(
            found.Team.Remove(PersonId.From(person), viewer.Actor, clock.GetCurrentInstant()),
            then: TeamHref,
            say: string.Format(CultureInfo.CurrentCulture, Texts.SaidRemoved, PersonName),
            ct
        );
    }

    private async Task<FoundTeam?> FindAsync(
        string organisation,
        string team,
        Guid person,
        CancellationToken ct
    )
    {
        var id = PersonId.From(person);
        var found = await FoundTeam.ToManageAsync(db, viewer, organisation, team, ct);
        if (found is null || found.Team.Members.All(member => member.PersonId != id))
            return null;
        PersonName = await db
            .People.Where(p => p.Id == id)
            .Select(p => p.Name != "" ? p.Name : p.Email)
            .SingleAsync(ct);
        (TeamName, TeamHref) = (
            found.Team.Name,
            TeamLinks.Show(found.Organisation, found.Team.Slug)
        );
        return found;
    }
}
