using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>Releases the letter that was read: it waits ten minutes, in which the release can be undone, and leaves.</summary>
[Requires(CasePermissions.Release)]
internal sealed class ReleasePage(LetterPages letters, Viewer viewer) : PageModel
{
    [BindProperty(Name = "seen")]
    public string Seen { get; set; } = "";
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
        return await this.CommitAsync(
            open.Release(Seen, viewer.Actor),
            then: DecisionLinks.Letter(open.Case.Application.Reference),
            say: Texts.SaidReleased,
            ct
        );
    }
}
