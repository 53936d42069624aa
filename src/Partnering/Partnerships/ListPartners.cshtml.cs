using Banyan.Kernel.Access;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>All partners of today, or those of earlier days.</summary>
[Public]
internal sealed class ListPartnersPage(PartnerRecords records) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "standing")]
    public string Standing { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string After { get; set; } = "";
    public PartnerList Partners { get; private set; } = null!;
    public bool Alumni => Standing == "alumni";

    public string? NextHref =>
        Partners.Next is { } code
            ? $"{PartnerLinks.All}?{(Alumni ? "standing=alumni&" : "")}after={code}"
            : null;

    public async Task OnGetAsync(CancellationToken ct) =>
        Partners = await records.ListAsync(Alumni, After, ct);
}
