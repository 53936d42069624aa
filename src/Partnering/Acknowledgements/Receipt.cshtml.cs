using Banyan.Kernel.Access;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>What was accepted, word for word, to print. That the organisation has accepted is not said before its letter has left.</summary>
[SignedIn]
internal sealed class ReceiptPage(OpenApplication open, ReadReceipt read) : PageModel
{
    public ReceiptView Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct) || !open.Application.WasSubmitted)
            return NotFound();
        Receipt = await read.OfAsync(
            open.Application,
            open.Application.State == ApplicationState.Approved,
            ct
        );
        return Page();
    }
}
