using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Acknowledgements.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Ends the asking, whoever has answered. What was accepted stays; nothing becomes of a partnership by it.</summary>
[Requires(AcknowledgementPermissions.End)]
internal sealed class EndCampaignPage(ReadLedger read, Viewer viewer) : PageModel
{
    public Ledger Ledger { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await LoadAsync(program, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(program, ct),
            () =>
                Task.FromResult(
                    Ledger.Campaign?.End(viewer.Actor, Ledger.Now)
                        ?? Outcome.Refused(CampaignRefusals.NothingToRemind)
                ),
            AcknowledgementLinks.Ledger(program),
            Texts.SaidEnded,
            ct
        );
    }

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (await read.OfAsync(program, AcknowledgementPermissions.End, ct) is not { } found)
            return false;
        Ledger = found;
        return true;
    }
}
