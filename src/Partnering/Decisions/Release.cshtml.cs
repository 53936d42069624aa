using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Domain;
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
        var now = open.Case.Now;
        if (open.Case.WaitsForSecond)
            return this.Refuse(DecisionRefusals.NotConfirmed(open.Decision.ByName));
        if (open.Case.WaitsForOrganisation)
            return this.Refuse(
                DecisionRefusals.NotAcceptedByOrganisation(open.Case.Organisation.Name)
            );
        var outcome = open
            .Letter.Release(open.Fresh, Seen, viewer.Actor, now)
            .And(open.Case.Application.Release($"{open.Decision.Outcome}", viewer.Actor, now));
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Letter(open.Case.Application.Reference),
            say: Texts.SaidReleased,
            ct
        );
    }
}
