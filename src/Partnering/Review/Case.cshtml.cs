using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Review;

/// <summary>One case: what was answered, checked and found on the left, what happened and was said on the right.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CasePage(ReadCase read, ReachedCase reached) : PageModel
{
    public CaseView Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await read.OfAsync(reference, ct) is not { } found)
            return await reached.LoadAsync(reference, ct)
                ? new SeeOther(
                    reached.Mine is null
                        ? DeclarationLinks.Declare(reference)
                        : DeclarationLinks.Who(reference)
                )
                : NotFound();
        Case = found;
        return Page();
    }
}
