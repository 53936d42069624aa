using Banyan.Kernel.Access;
using Banyan.Partnering.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>The page of a partnership that its two sides share: the same numbers for both, and what each can do.</summary>
[SignedIn]
internal sealed class InsidePage(OpenPartner open, PartnerRooms rooms) : PageModel
{
    public OpenPartner Open => open;
    public PartnerHead Head { get; private set; } = null!;
    public IReadOnlyList<PartnerPanel> Panels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await open.LoadAsync(code, ct))
            return NotFound();
        Head = PartnerHead.Of(open);
        Panels = await rooms.PanelsAsync(ct);
        return Page();
    }
}
