using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Ballots;

/// <summary>Leads to the first case that waits for the viewer's declaration or vote; shows a page only where nothing waits.</summary>
[Requires(CasePermissions.Vote)]
internal sealed class NextCasePage(QueueTurn queue, BanyanDb db, Viewer viewer) : PageModel
{
    [BindProperty(Name = QueueTurn.Field, SupportsGet = true)]
    public string Queue { get; set; } = "";

    /// <summary>How many were voted on since the beginning.</summary>
    public int Done { get; private set; }
    public IReadOnlyList<(string Name, string Href)> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var sitting = Sitting.Parse(Queue) ?? Sitting.Begin;
        if (await queue.FirstAsync(sitting, ct) is { } first)
            return new SeeOther(first);
        Done = sitting.Done;
        Teams = await TeamsAsync(ct);
        return Page();
    }

    private async Task<IReadOnlyList<(string Name, string Href)>> TeamsAsync(CancellationToken ct)
    {
        var me = viewer.Person;
        var organisations = db.OrganisationFacts;
        var teams = await (
            from seat in db.SeatFacts
            where
                seat.Person == me
                && (seat.Kind == TeamKind.WorkGroup || seat.Kind == TeamKind.Board)
            join organisation in organisations on seat.Organisation equals organisation.Id
            orderby seat.TeamName
            select new
            {
                seat.TeamName,
                Team = seat.Team,
                organisation.Slug,
            }
        ).ToListAsync(ct);
        return [.. teams.Select(t => (t.TeamName, TeamPages.Participation(t.Slug, t.Team)))];
    }
}
