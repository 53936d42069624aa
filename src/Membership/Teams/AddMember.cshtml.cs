using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.People;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>Adds a person by address. Who is not known yet becomes a person without a name, and signs in like everybody.</summary>
[Requires(MembershipPermissions.ManageTeams)]
internal sealed class AddMemberPage(BanyanDb db, Viewer viewer, SiteAddress site, IClock clock)
    : PageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public bool Voting { get; set; }

    [BindProperty]
    public bool Chair { get; set; }

    /// <summary>Teams that vote are led by somebody.</summary>
    public bool CanBeLed { get; private set; }

    [BindProperty]
    public string Region { get; set; } = "";
    public DateParts EndsTyped { get; private set; } = DateParts.Empty;
    public LocalDate Today { get; private set; }
    public string TeamName { get; private set; } = "";
    public string TeamHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        CancellationToken ct
    ) => await FindAsync(organisation, team, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, ct) is not { } found)
            return NotFound();
        if (!EmailAddress.TryParse(this.Sent("email"), out var address, out var problem))
            return this.Refuse(People.Domain.Refusals.Email(problem));
        (EndsTyped, var terms, var refusal) = TypedTerms.Of(this, Region);
        if (refusal is not null)
            return this.Refuse(refusal);
        var now = clock.GetCurrentInstant();
        var person = await db.PersonOfAsync(address, now, ct);
        var outcome = found.Team.Add(
            person.Id,
            Voting,
            viewer.Actor,
            now,
            Chair && CanBeLed,
            terms
        );
        if (outcome.Done)
            outcome = outcome.Then(
                TeamLetter
                    .Of(person, viewer.Name, found.Team.Name, found.OrganisationName, site)
                    .SpokenBy(found.Voice)
                    .Send(now)
            );
        return await this.CommitAsync(
            outcome,
            then: TeamHref,
            say: string.Format(CultureInfo.CurrentCulture, Texts.SaidAdded, address),
            ct
        );
    }

    private async Task<FoundTeam?> FindAsync(string organisation, string team, CancellationToken ct)
    {
        var found = await FoundTeam.ToManageAsync(db, viewer, organisation, team, ct);
        if (found is not null)
            (TeamName, TeamHref, CanBeLed, Today) = (
                found.Team.Name,
                TeamLinks.Show(found.Organisation, found.Team.Slug),
                found.Team.Kind is TeamKind.WorkGroup or TeamKind.Board,
                found.Today(clock)
            );
        return found;
    }
}
