using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>Releases several letters at once: each its own, with its own reasons, read here before. All that are ticked, or none.</summary>
[Requires(CasePermissions.Release)]
internal sealed class ReleaseManyPage(LetterPages letters, Viewer viewer) : PageModel
{
    public const int Most = 50;

    public IReadOnlyList<OpenLetter> Letters { get; private set; } = [];
    public IReadOnlyList<OpenLetter> Ready =>
        [.. Letters.Where(each => each.AgainstRelease is null)];
    public IReadOnlyList<OpenLetter> NotReady =>
        [.. Letters.Where(each => each.AgainstRelease is not null)];

    /// <summary>All boxes are ticked, for whoever sends what a meeting has decided.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    [BindProperty(Name = "case")]
    public List<string> Chosen { get; set; } = [];

    public bool IsTicked(OpenLetter letter) => All || Chosen.Contains(letter.View.Reference);

    /// <summary>The field that says which text was read.</summary>
    public static string Seen(string reference) => $"seen.{reference}";

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await this.CommitAsync(
            () => LoadAsync(ct),
            () => Task.FromResult(Release()),
            then: DecisionLinks.TakeBackMany,
            say: Texts.SaidReleasedMany,
            ct
        );
    }

    private Outcome Release()
    {
        var chosen = Letters.Where(each => Chosen.Contains(each.View.Reference)).ToList();
        if (chosen.Count == 0)
            return DecisionRefusals.NoLetterChosen;
        if (chosen.Count < Chosen.Distinct().Count())
            return DecisionRefusals.LetterOfOthers;
        var outcome = Outcome.Of(viewer.Actor, chosen[0].Case.Now);
        foreach (var each in chosen)
        {
            var seen = Typed.Clean(Request.Form[Seen(each.View.Reference)]);
            var released = each.Release(seen, viewer.Actor);
            if (released.Refusal is { } refusal)
                return DecisionRefusals.OfOne(each.View.Reference, refusal);
            outcome = outcome.And(released);
        }
        return outcome;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Letters = await letters.AllAsync(LetterState.Draft, Most, ct);
        return true;
    }
}
