using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The parts of a program in the order of its file, each a way to its form.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class PartsPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;
    public IReadOnlyList<EditLink> Links { get; private set; } = [];
    public IReadOnlyList<ProblemLink> ToMend { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        // Whoever typed a file that is no tree mends it where it was typed.
        if (TreeEdit.Read(draft.Text) is not { } root)
            return new SeeOther(EditLinks.Yaml(program));
        var reading = open.Read(draft.Text);
        var view = EditView.Basics(program, root, reading);
        Links =
        [
            new(
                Texts.BasicsTitle,
                Texts.BasicsHelp,
                "",
                EditLinks.Edit(program, EditLinks.Basics),
                view.Problems(EditForm.Of(view.Spot)).Count
            ),
            .. view.Links(),
        ];
        ToMend = ProblemLinks.Of(program, root, reading.Problems);
        return Page();
    }
}
