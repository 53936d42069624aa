using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>Changes the term of a seat and the region that it speaks for.</summary>
[Requires(MembershipPermissions.ManageTeams)]
internal sealed class ChangeSeatPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    [BindProperty]
    public string Region { get; set; } = "";

    public DateParts EndsTyped { get; private set; } = DateParts.Empty;
    public LocalDate Today { get; private set; }
    public string PersonName { get; private set; } = "";
    public string TeamName { get; private set; } = "";
    public string TeamHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        Guid person,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, person, ct) is not { } found)
            return NotFound();
        var seat = found.Team.SeatOf(PersonId.From(person))!;
        Region = seat.Region;
        EndsTyped = seat.Ends is { } ends ? DateParts.Of(ends) : DateParts.Empty;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string organisation,
        string team,
        Guid person,
        CancellationToken ct
    )
    {
        if (await FindAsync(organisation, team, person, ct) is not { } found)
            return NotFound();
        (EndsTyped, var terms, var refusal) = TypedTerms.Of(this, Region);
        if (refusal is not null)
            return this.Refuse(refusal);
        return await this.CommitAsync(
            found.Team.ChangeSeat(
                PersonId.From(person),
                terms,
                Today,
                viewer.Actor,
                clock.GetCurrentInstant()
            ),
            then: TeamHref,
            say: Texts.SaidSeatChanged.With(PersonName),
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
        if (found?.Team.SeatOf(id) is null)
            return null;
        PersonName = await db
            .People.Where(p => p.Id == id)
            .Select(p => p.Name != "" ? p.Name : p.Email)
            .SingleAsync(ct);
        Today = found.Today(clock);
        (TeamName, TeamHref) = (
            found.Team.Name,
            TeamLinks.Show(found.Organisation, found.Team.Slug)
        );
        return found;
    }
}
