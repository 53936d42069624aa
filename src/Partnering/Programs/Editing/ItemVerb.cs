using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>A page that does one thing with a place of the working copy, on the value that was looked at, wherever it stands by now.</summary>
internal abstract class ItemVerb(OpenProgram open) : PageModel
{
    private (TreeSpot Spot, Standing Standing)? _found;

    public OpenProgram Open => open;
    public TreeSpot? Spot { get; private set; }

    /// <summary>The trace of what was looked at.</summary>
    [BindProperty(Name = EditDraft.BaseField)]
    public string Seen { get; set; } = "";

    public string Back =>
        Spot?.Above is { } above
            ? EditLinks.Edit(open.Slug, above.Address)
            : EditLinks.Parts(open.Slug);

    /// <summary>False where this program is none of the viewer's.</summary>
    protected async Task<bool> LoadAsync(string program, string? path, CancellationToken ct)
    {
        if (
            !EditPlace.IsAddress(path)
            || !await open.LoadAsync(program, ProgramPermissions.Edit, ct)
        )
            return false;
        var root = open.Draft is { } draft ? TreeEdit.Read(draft.Text) : null;
        _found = root is null ? null : EditPlace.Follow(root, path, Seen);
        var spot =
            _found is { Standing: Standing.AsItWas } found ? found.Spot
            : root is null ? null
            : EditPlace.Find(root, path);
        Spot = spot is { Field: not null, Node: not null } ? spot : null;
        return true;
    }

    protected abstract FileMap? Changed(TreeSpot spot);

    protected Task<IActionResult> DoAsync(
        string program,
        string? path,
        string say,
        CancellationToken ct
    ) =>
        this.CommitAsync(
            () => LoadAsync(program, path, ct),
            () => Task.FromResult(Act()),
            Back,
            say,
            ct
        );

    private Outcome Act()
    {
        if (open.Draft is not { } draft)
            return EditRefusals.DraftGone;
        if (Spot is null || _found is not { Standing: Standing.AsItWas })
            return EditRefusals.ChangedByAnother;
        return Changed(Spot) is { } changed
            ? draft.Change(TreeEdit.Print(changed), open.Person, open.Actor, open.Now)
            : EditRefusals.AtTheEnd;
    }
}
