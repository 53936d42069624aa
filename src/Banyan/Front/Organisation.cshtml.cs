using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Front;

/// <summary>One organisation as the public sees it: its programs and its partners.</summary>
[Public]
[KeptPage]
internal sealed class OrganisationPage(
    BanyanDb db,
    ProgramCatalogue catalogue,
    PartnerRecords records
) : PageModel
{
    public OrganisationFacts Organisation { get; private set; } = null!;
    public IReadOnlyList<ProgramFacts> Programs { get; private set; } = [];

    /// <summary>Those of today, as far as they fit on one page.</summary>
    public PartnerList Partners { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var found = await db
            .OrganisationFacts.AsNoTracking()
            .SingleOrDefaultAsync(facts => facts.Slug == slug, ct);
        if (found is null)
            return NotFound();
        Organisation = found;
        Programs =
        [
            .. (await catalogue.AllAsync(ct)).Where(program => program.Organisation == found.Id),
        ];
        Partners = await records.ListAsync(alumni: false, after: null, found.Slug, ct);
        return Page();
    }
}
