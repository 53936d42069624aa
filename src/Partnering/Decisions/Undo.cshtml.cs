using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>Takes a release back while its letter waits. The decision stays, with a new letter to be read.</summary>
[Requires(CasePermissions.Release)]
internal sealed class UndoPage(BanyanDb db, LetterPages letters, Viewer viewer) : PageModel
{
    public LetterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await letters.FindAsync(reference, CasePermissions.Release, ct) is not { } open)
            return NotFound();
        View = open.View;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (await letters.FindAsync(reference, CasePermissions.Release, ct) is not { } open)
            return NotFound();
        View = open.View;
        var (outcome, again) = open.TakeBack(viewer.Actor);
        if (again is not null)
            db.Letters.Add(again);
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Letter(open.Case.Application.Reference),
            say: Texts.SaidUndone,
            ct
        );
    }
}
