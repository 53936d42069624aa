using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Membership.Organisations;

/// <summary>The organisations of an owner; where it is one, its settings.</summary>
[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class MinePage(OwnOrganisation own) : PageModel
{
    public IReadOnlyList<(string Slug, string Name)> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = await own
            .All.AsNoTracking()
            .OrderBy(organisation => organisation.Name)
            .Select(organisation => new { organisation.Slug, organisation.Name })
            .ToListAsync(ct);
        if (mine is [var only])
            return new SeeOther(OrganisationLinks.Change(only.Slug));
        All = [.. mine.Select(organisation => (organisation.Slug, organisation.Name))];
        return Page();
    }
}
