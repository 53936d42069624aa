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

    /// <summary>The slug of one organisation, whose partners alone are listed.</summary>
    [BindProperty(SupportsGet = true, Name = "organisation")]
    public string Organisation { get; set; } = "";
    public PartnerList Partners { get; private set; } = null!;
    public bool Alumni => Standing == "alumni";

    public string? NextHref => Partners.Next is { } code ? Href(Alumni, code) : null;

    public string Href(bool alumni, string? after = null)
    {
        var asked = new List<string>();
        if (alumni)
            asked.Add("standing=alumni");
        if (Organisation.Length > 0)
            asked.Add($"organisation={Uri.EscapeDataString(Organisation)}");
        if (after is not null)
            asked.Add($"after={after}");
        return asked.Count == 0
            ? PartnerLinks.All
            : $"{PartnerLinks.All}?{string.Join('&', asked)}";
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        Partners = await records.ListAsync(
            Alumni,
            After,
            Organisation.Length > 0 ? Organisation : null,
            ct
        );
}
