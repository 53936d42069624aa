using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Front;

/// <summary>Who runs programs here, and which.</summary>
[Public]
[KeptPage]
internal sealed class HomePage(
    BanyanDb db,
    ProgramCatalogue catalogue,
    PartnerRecords records,
    PageFrame frame
) : PageModel
{
    public IReadOnlyList<OrganisationFacts> Organisations { get; private set; } = [];
    public ILookup<Kernel.Domain.OrganisationId, ProgramFacts> Programs { get; private set; } =
        Array.Empty<ProgramFacts>().ToLookup(program => program.Organisation);

    /// <summary>Those of today, as far as they fit on a first page.</summary>
    public PartnerList Partners { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Organisations = await db
            .OrganisationFacts.AsNoTracking()
            .OrderBy(organisation => organisation.Name)
            .ToListAsync(ct);
        Programs = (await catalogue.AllAsync(ct)).ToLookup(program => program.Organisation);
        Partners = await records.ListAsync(alumni: false, after: null, organisation: null, ct);
        if (Organisations is [var only])
        {
            frame.OrganisationName = only.Name;
            if (Enum.TryParse<Accent>(only.Accent, ignoreCase: true, out var accent))
                frame.Accent = accent;
        }
    }
}
