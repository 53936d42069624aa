using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Rehearsal;

/// <summary>What the working copy would have meant for the cases that were decided already. Nothing is kept and nobody is told.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class DryRunPage(OpenProgram open, Rehearse rehearse, Viewer viewer) : PageModel
{
    public OpenProgram Open => open;
    public RehearsalReport Report { get; private set; } = new([]);

    /// <summary>Whoever reads no cases is told that there is nothing for them to see, not that nothing was decided.</summary>
    public bool ReadsCases => viewer.May(CasePermissions.Read, open.Organisation.Id);

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        if (open.Read(draft.Text).Definition is not { } definition)
        {
            Said.Set(HttpContext, Texts.NotYet);
            return new SeeOther(EditLinks.Parts(program));
        }
        Report = await rehearse.OfAsync(open.Program.Id, definition, open.Organisation, ct);
        return Page();
    }
}
