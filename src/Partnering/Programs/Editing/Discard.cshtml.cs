using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Throws the working copy away, after showing what goes with it.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class DiscardPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;

    /// <summary>Of the working copy that was looked at; somebody else's later change is not thrown away unseen.</summary>
    [BindProperty(Name = "version")]
    public string Seen { get; set; } = "";

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await LoadAsync(program, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return this.Refuse(EditRefusals.DraftGone);
        if (Seen != Versions.Of(draft))
            return this.Refuse(EditRefusals.ChangedByAnother);
        open.Db.Remove(draft);
        return await this.CommitAsync(
            draft.Discard(open.Actor, open.Now),
            EditLinks.Show(program),
            Texts.SaidDiscarded,
            ct
        );
    }

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return false;
        Changes = TextChanges.Between(open.Current.Text, open.Draft?.Text ?? open.Current.Text);
        return true;
    }
}
