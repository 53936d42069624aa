using Banyan.Kernel.Access;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Takes an item, or a part that need not be there, out of the working copy.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class RemovePage(OpenProgram open) : ItemVerb(open)
{
    /// <summary>What goes with it, as it stands in the file.</summary>
    public string Text =>
        Spot is null
            ? ""
            : FilePrinter.Print(
                FileNodes.Map([FileNodes.Entry(Spot.Field!.Key, Spot.Node!.Normal())])
            );

    public async Task<IActionResult> OnGetAsync(
        string program,
        string? path,
        CancellationToken ct
    ) => await LoadAsync(program, path, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string program,
        string? path,
        CancellationToken ct
    ) =>
        await LoadAsync(program, path, ct)
            ? await DoAsync(program, path, Texts.SaidRemoved, ct)
            : NotFound();

    protected override FileMap? Changed(TreeSpot spot) =>
        spot.IsItem || !spot.Field!.Required ? TreeEdit.Put(spot, null) : null;
}
