using Banyan.Kernel.Access;
using Banyan.Membership.Organisations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Membership.Organisations;

/// <summary>The days on which the organisation does not work, the coming years first.</summary>
[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class HolidaysPage(OwnOrganisation own) : PageModel
{
    public OwnOrganisation Own => own;
    public IReadOnlyList<IGrouping<int, Holiday>> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        Years =
        [
            .. own
                .Organisation.Holidays.OrderBy(holiday => holiday.Day)
                .GroupBy(holiday => holiday.Day.Year)
                .OrderByDescending(year => year.Key >= own.Today.Year)
                .ThenBy(year => year.Key),
        ];
        return Page();
    }
}
