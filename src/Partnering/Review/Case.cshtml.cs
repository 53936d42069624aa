using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Review;

/// <summary>One case: what was answered, checked and found on the left, what happened and was said on the right.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CasePage(ReadCase read) : PageModel
{
    public CaseView Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await read.OfAsync(reference, ct) is not { } found)
            return NotFound();
        Case = found;
        return Page();
    }
}
