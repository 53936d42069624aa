using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The whole working copy as the file that it is.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class YamlPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;
    public YamlView View { get; private set; } = null!;
    public IReadOnlyList<Change> Against { get; private set; } = [];

    [BindProperty(Name = "text")]
    public string Typed { get; set; } = "";

    [BindProperty(Name = "version")]
    public string Seen { get; set; } = "";

    /// <summary>Keep it although it cannot be published as it is.</summary>
    [BindProperty(Name = "keep")]
    public bool Keep { get; set; }

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        View = new(program, draft.Text, Versions.Of(draft), null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        return await this.CommitAsync(
            () => open.LoadAsync(program, ProgramPermissions.Edit, ct),
            () => Task.FromResult(Save(program)),
            EditLinks.Parts(program),
            Texts.SaidSaved,
            ct
        );
    }

    private Outcome Save(string program)
    {
        var problems = open.Read(Typed).Problems;
        var now = open.Draft is { } kept ? Versions.Of(kept) : "";
        View = new(program, Typed, now, problems);
        if (open.Draft is not { } draft)
            return EditRefusals.DraftGone;
        if (Seen != now)
        {
            Against = TextChanges.Between(draft.Text, Typed);
            return EditRefusals.ChangedByAnother;
        }
        var tree = TreeEdit.Read(Typed) is not null;
        if (problems.Count == 0 || Keep && tree)
            return draft.Change(Typed, open.Person, open.Actor, open.Now);
        var refusal = EditRefusals.FileProblems(problems.Count);
        View = View with { Error = refusal.Sentence, MayKeep = tree };
        return refusal;
    }
}
