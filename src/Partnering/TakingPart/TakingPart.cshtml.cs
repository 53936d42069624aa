using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Membership.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.TakingPart;

/// <summary>Who took part in the votes of a team in one year, and which regions have a seat. The year stands in the address.</summary>
[Requires(CasePermissions.TakingPart)]
internal sealed class TakingPartPage(ReadTakingPart read) : PageModel
{
    [BindProperty(Name = "year", SupportsGet = true)]
    public string Year { get; set; } = "";

    public TeamYear Team { get; private set; } = null!;

    public string CsvHref => TakingPartCsvPage.Href(Team.Organisation, Team.Team, Team.Year);

    public string HrefOf(int year) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TeamPages.Participation(Team.Organisation, Team.Team)}?year={year}"
        );

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        CancellationToken ct
    )
    {
        if (await read.OfAsync(organisation, team, Year, ct) is not { } found)
            return NotFound();
        Team = found;
        return Page();
    }
}
