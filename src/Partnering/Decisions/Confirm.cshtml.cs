using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>A second person stands behind a decision; without them its letter is not released.</summary>
[Requires(CasePermissions.Confirm)]
internal sealed class ConfirmPage(DecisionCases cases, LetterPages letters, Viewer viewer)
    : PageModel
{
    public LetterView View { get; private set; } = null!;

    /// <summary>Who decided what.</summary>
    public string Recorded { get; private set; } = "";

    /// <summary>What it follows.</summary>
    public string? RestsOn { get; private set; }

    /// <summary>Why it does not follow that; empty where it does.</summary>
    public string Against { get; private set; } = "";

    /// <summary>Why it cannot be done; null when it can.</summary>
    public string? Blocked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (await LoadAsync(reference, ct) is not { } open)
            return NotFound();
        Blocked = RefusalOf(open)?.Sentence;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (await LoadAsync(reference, ct) is not { } open)
            return NotFound();
        cases.Hold(open.Case.Application);
        return await this.CommitAsync(
            RefusalOf(open) is { } refusal
                ? refusal
                : open.Decision.Confirm(viewer.Actor, open.Case.Now),
            then: DecisionLinks.Letter(open.Case.Application.Reference),
            say: Texts.SaidConfirmed,
            ct
        );
    }

    private Refusal? RefusalOf(OpenLetter open) =>
        open.Case.SteppedAside ? DecisionRefusals.SteppedAside
        : open.Case.DecidedBefore ? DecisionRefusals.DecidedBefore
        : open.Decision.NeedsSecond ? open.Decision.AgainstConfirming(viewer.Person)
        : DecisionRefusals.NothingToConfirm;

    private async Task<OpenLetter?> LoadAsync(string reference, CancellationToken ct)
    {
        if (await letters.FindAsync(reference, CasePermissions.Confirm, ct) is not { } open)
            return null;
        View = open.View;
        RestsOn = open.Case.ReviewSentence;
        Against = open.Case.SteppedAside ? "" : open.Decision.AgainstReview;
        Recorded = (
            open.Decision.Outcome.IsApproval ? Texts.RecordedApproval : Texts.RecordedDecline
        ).With(open.Decision.ByName);
        return open;
    }
}
