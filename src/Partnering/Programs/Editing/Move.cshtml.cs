using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Puts an item of a list one place further up or down.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class MovePage(OpenProgram open) : ItemVerb(open)
{
    [BindProperty(Name = "to")]
    public string To { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string program,
        string? path,
        CancellationToken ct
    ) => await LoadAsync(program, path, ct) ? new SeeOther(Back) : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string program,
        string? path,
        CancellationToken ct
    ) =>
        await LoadAsync(program, path, ct)
            ? await DoAsync(program, path, Texts.SaidMoved, ct)
            : NotFound();

    protected override FileMap? Changed(TreeSpot spot) =>
        spot.IsItem ? TreeEdit.Move(spot, up: To == "up") : null;
}
