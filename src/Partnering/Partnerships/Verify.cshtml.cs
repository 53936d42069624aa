using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>The answer to one question, in large letters: is this a partner today?</summary>
[Public]
[TaggedPage(300)]
internal sealed class VerifyPage(PartnerRecords records) : PageModel
{
    public PartnerFacts Partner { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await records.FindAsync(code, ct) is not { } partner)
            return NotFound();
        Partner = partner;
        return Page();
    }
}
