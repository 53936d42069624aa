using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Teams;

[Requires(MembershipPermissions.ReadTeams)]
internal sealed class ShowTeamPage(BanyanDb db, Viewer viewer) : PageModel
{
    public string OrganisationSlug { get; private set; } = "";
    public string OrganisationName { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public TeamKind Kind { get; private set; }
    public bool MayManage { get; private set; }

    /// <summary>The regions that it should cover.</summary>
    public string Regions { get; private set; } = "";

    /// <summary>Where one sees who took part in its votes.</summary>
    public string? ParticipationHref =>
        MayManage && SeatCourse.AsksYearly(Kind)
            ? TeamPages.Participation(OrganisationSlug, Slug)
            : null;
    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        if (await FoundTeam.LoadAsync(db, viewer, organisation, team, ct) is not { } found)
            return NotFound();
        (OrganisationSlug, OrganisationName) = (found.Organisation, found.OrganisationName);
        (Slug, Name, Kind) = (found.Team.Slug, found.Team.Name, found.Team.Kind);
        Regions = found.Team.Regions;
        MayManage = viewer.May(MembershipPermissions.ManageTeams, found.Team.OrganisationId);
        Members = await (
            from member in db.TeamMembers
            where member.TeamId == found.Team.Id && member.Until == null
            join person in db.People on member.PersonId equals person.Id
            orderby member.Since, person.EmailKey
            select new MemberLine(
                person.Id,
                person.Name,
                person.Email,
                member.Voting,
                member.Chair,
                member.Since,
                member.Region,
                member.Ends
            )
        ).ToListAsync(ct);
        return Page();
    }
}

internal sealed record MemberLine(
    PersonId Person,
    string Name,
    string Email,
    bool Voting,
    bool Chair,
    Instant Since,
    string Region,
    LocalDate? Ends
);
