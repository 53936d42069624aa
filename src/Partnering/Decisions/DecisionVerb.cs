using Banyan.Partnering.Decisions.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>A page that does one thing to a case with its decision. What the viewer may not know, or not do to it, answers 404.</summary>
internal abstract class DecisionVerb(DecisionCases cases, string permission) : PageModel
{
    public DecisionCase Case { get; private set; } = null!;

    protected DecisionCases Cases => cases;

    public virtual async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    protected async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, permission, ct) is not { } found)
            return false;
        Case = found;
        return true;
    }
}
