using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Begins a working copy from the current version.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class BeginPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await open.LoadAsync(program, ProgramPermissions.Edit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not null)
            return this.Refuse(EditRefusals.DraftThere);
        var (draft, outcome) = ProgramDraft.Begin(open.Current, open.Person, open.Actor, open.Now);
        open.Db.Add(draft);
        return await this.CommitAsync(outcome, EditLinks.Parts(program), Texts.SaidBegun, ct);
    }
}
