using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>Once a year a member of a work group or a board says that they go on. The mail leads here; looking answers nothing.</summary>
[SignedIn]
internal sealed class GoOnPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    public string TeamName { get; private set; } = "";
    public string OrganisationName { get; private set; } = "";
    public string ParticipationHref { get; private set; } = "";
    public LocalDate Today { get; private set; }

    /// <summary>The day on which the seat ends without an answer; null while nothing is asked.</summary>
    public LocalDate? AnswerBy { get; private set; }
    public LocalDate AskedNext { get; private set; }
    public LocalDate? Ends { get; private set; }

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
        return await this.CommitAsync(
            found.GoOn(viewer.Person!.Value, viewer.Actor, clock.GetCurrentInstant()),
            then: TeamPages.GoOn(organisation, team),
            say: Texts.SaidGoesOn,
            ct
        );
    }

    /// <summary>The team in which the viewer has a seat of which they are asked every year; null for everybody else.</summary>
    private async Task<Team?> FindAsync(string organisation, string team, CancellationToken ct)
    {
        var me = viewer.Person;
        var owner = await db
            .Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Slug == organisation, ct);
        if (owner is null)
            return null;
        var found = await db
            .Teams.Include(t => t.Members)
            .SingleOrDefaultAsync(
                t =>
                    t.OrganisationId == owner.Id
                    && t.Slug == team
                    && t.Members.Any(member => member.PersonId == me && member.Until == null),
                ct
            );
        if (found?.SeatOf(me) is not { } seat || !SeatCourse.AsksYearly(found.Kind))
            return null;
        var zone = Zones.Of(owner.HomeZone);
        Today = clock.GetCurrentInstant().InZone(zone).Date;
        (TeamName, OrganisationName, Ends) = (found.Name, owner.Name, seat.Ends);
        AnswerBy = SeatCourse.EndsForSilence(seat)?.InZone(zone).Date;
        AskedNext = SeatCourse.AskedNext(seat, zone);
        ParticipationHref = TeamPages.Participation(owner.Slug, found.Slug);
        return found;
    }
}
