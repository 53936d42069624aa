using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>What changed, in words: between the working copy and what is published, or between two versions.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class ChangesPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;
    public IReadOnlyList<Change> Changes { get; private set; } = [];
    public string Between { get; private set; } = "";
    public bool OfDraft { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string program,
        [FromQuery] int? from,
        [FromQuery] int? to,
        CancellationToken ct
    )
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (from is { } first && to is { } second)
        {
            if (
                await open.VersionAsync(first, ct) is not { } before
                || await open.VersionAsync(second, ct) is not { } after
            )
                return NotFound();
            Between = Texts.BetweenVersions.With(first, second);
            Changes = TextChanges.Between(before.Text, after.Text);
            return Page();
        }
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        OfDraft = true;
        Between = Texts.BetweenDraft.With(open.Current.Number);
        Changes = TextChanges.Between(open.Current.Text, draft.Text);
        return Page();
    }
}
