using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Leaving;
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

    public IReadOnlyList<PartnerAction> Actions { get; private set; } = [];

    /// <summary>What the reader is waited for with; null where nobody waits for them.</summary>
    public PartnerAction? Urgent =>
        Head.Next.Tone == NextTone.Yours ? Actions.FirstOrDefault(action => action.Wanted) : null;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await open.LoadAsync(code, ct))
            return NotFound();
        Head = PartnerHead.Of(open);
        Panels = await rooms.PanelsAsync(ct);
        Actions = PartnerActions.Of(open);
        return Page();
    }
}
