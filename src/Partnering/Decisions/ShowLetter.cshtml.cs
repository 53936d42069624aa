using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>The letter in full, exactly as it will be sent, and what its release will do.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class ShowLetterPage(LetterPages letters) : PageModel
{
    public LetterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await letters.FindAsync(reference, CasePermissions.Decide, ct) is not { } open)
            return NotFound();
        View = open.View;
        return Page();
    }
}
