using System.Text.RegularExpressions;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>One place of the working copy as a form, or a list of such places.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed partial class EditPage(OpenProgram open) : PageModel
{
    public const string LanguageField = "_language";

    /// <summary>Sent by the button that shows the fields of a language and keeps nothing.</summary>
    public const string ShowField = "_show";

    private IReadOnlyList<string> languages = [];

    public OpenProgram Open => open;
    public EditView View { get; private set; } = null!;
    public IReadOnlyList<EditField> Fields { get; private set; } = [];
    public IReadOnlyList<ProblemLink> Loose { get; private set; } = [];
    public IReadOnlyList<Change> Against { get; private set; } = [];
    public string Base { get; private set; } = "";

    /// <summary>Of the form; that of a new item stays that of a new one until it is kept.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was typed as the tag of another language and is none.</summary>
    public string Language { get; private set; } = "";
    public bool HasLanguages =>
        View.Spot.IsForm()
        && Fields.Any(shown => shown.Name.EndsWith(".en", StringComparison.Ordinal));

    /// <summary>False for a new item until it is kept, and for what belonged to something that is gone.</summary>
    public bool IsThere =>
        !View.Spot.IsNew && !Address.EndsWith($"/{TreeSpot.New}", StringComparison.Ordinal);

    public bool MayRemove =>
        !View.IsBasics
        && IsThere
        && View.Spot.Node is not null
        && (View.Spot.IsItem || !View.Spot.Field!.Required);

    public string Back =>
        EditLinks.Edit(
            open.Slug,
            View.Spot.Trail()
                .LastOrDefault(above => above.Shape is IListShape || Steps(above))
                ?.Address
                ?? ""
        );

    public async Task<IActionResult> OnGetAsync(string program, string? path, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        if (open.Draft is not { } draft)
            return new SeeOther(EditLinks.Show(program));
        if (TreeEdit.Read(draft.Text) is not { } root)
            return new SeeOther(EditLinks.Yaml(program));
        if (EditPlace.Find(root, path) is not { } spot)
            return NotFound();
        Show(spot, open.Read(draft.Text));
        Fields = spot.IsForm() ? EditForm.Of(spot, languages) : [];
        (Base, Address) = (TreeTrace.Of(spot).ToString(), View.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, string? path, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        var edit = new EditDraft(open, path, Request.Form);
        if (!edit.Find())
            return edit.Refusal == EditRefusals.NotATree
                ? new SeeOther(EditLinks.Yaml(program))
                : NotFound();
        Put(edit);
        if (Request.Form.ContainsKey(ShowField))
            return WithLanguage(edit);
        var problems = View.Problems(Fields);
        foreach (var problem in edit.Refusal is null ? problems : [])
            ModelState.AddModelError(problem.Field, problem.Sentence);
        if (!ModelState.IsValid)
            return this.Unprocessed();
        return await this.CommitAsync(
            async () => await open.LoadAsync(program, ProgramPermissions.Edit, ct) && edit.Find(),
            () =>
            {
                Put(edit);
                return Task.FromResult(edit.Keep());
            },
            Then(),
            Texts.SaidSaved,
            ct
        );
    }

    private IActionResult WithLanguage(EditDraft edit)
    {
        var typed = Typed.Clean(this.Sent(LanguageField)).Trim();
        if (Tag().IsMatch(typed))
            languages = [.. languages, typed];
        else
        {
            Language = typed;
            ModelState.AddModelError(LanguageField, Texts.RefusalLanguage);
        }
        // Nothing is kept yet, so nothing is said about it.
        (Fields, Loose) = (EditForm.Of(View.Spot, languages), []);
        return edit.Refusal is { } refusal ? this.Refuse(refusal)
            : ModelState.IsValid ? Page()
            : this.Unprocessed();
    }

    private void Put(EditDraft edit)
    {
        languages =
        [
            .. Request
                .Form.Keys.Select(key => key[(key.LastIndexOf('.') + 1)..])
                .Where(tag =>
                    Request.Form.Keys.Any(key => key.EndsWith($".{tag}", StringComparison.Ordinal))
                    && Tag().IsMatch(tag)
                )
                .Distinct(),
        ];
        Show(edit.Place, edit.Reading);
        (Base, Address, Against) = (edit.Base, edit.Address, edit.Against);
        Fields = View.Fields(languages);
    }

    private void Show(TreeSpot spot, DraftReading reading)
    {
        View = new EditView(open.Slug, spot, reading);
        Loose = ProblemLinks.Of(open.Slug, Root(spot), View.Loose());
    }

    // Where one goes on: to what belongs to it and has its own page, or back to the list from which one came.
    private string Then() =>
        View.Spot is { IsItem: true } && !IsThere && View.Links().Count > 0
            ? EditLinks.Edit(open.Slug, View.Spot.Address)
        : View.Spot.Shape is IObjectShape { OneOnly: true } && View.Links() is [var chosen]
            ? chosen.Href
        : Back;

    private static bool Steps(TreeSpot above) => above.Shape is IObjectShape { Fields.Count: > 1 };

    private static Files.FileMap Root(TreeSpot spot)
    {
        while (spot.Above is { } above)
            spot = above;
        return (Files.FileMap)spot.Node!;
    }

    [GeneratedRegex(
        "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
