using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>Goes on with a case that was put off, before its day.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class DecideNowPage(DecisionCases cases, Viewer viewer) : PageModel
{
    public DecisionCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            Case.SteppedAside
                ? DecisionRefusals.SteppedAside
                : Case.Application.TakeUpAgain(Role.Staff, viewer.Actor, Case.Now),
            then: DecisionLinks.Case(Case.Application.Reference),
            say: Texts.SaidDecideNow,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, CasePermissions.Decide, ct) is not { } found)
            return false;
        Case = found;
        return true;
    }
}
