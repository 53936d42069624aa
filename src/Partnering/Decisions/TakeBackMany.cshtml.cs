using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>The letters that wait to leave, and what takes several of them back at once. All that are ticked, or none.</summary>
[Requires(CasePermissions.Release)]
internal sealed class TakeBackManyPage(LetterPages letters, BanyanDb db, Viewer viewer) : PageModel
{
    public IReadOnlyList<OpenLetter> Letters { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    [BindProperty(Name = "case")]
    public List<string> Chosen { get; set; } = [];

    public bool IsTicked(OpenLetter letter) => All || Chosen.Contains(letter.View.Reference);

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await this.CommitAsync(
            () => LoadAsync(ct),
            () => Task.FromResult(TakeBack()),
            then: DecisionLinks.ReleaseMany,
            say: Texts.SaidTakenBackMany,
            ct
        );
    }

    private Outcome TakeBack()
    {
        var chosen = Letters.Where(each => Chosen.Contains(each.View.Reference)).ToList();
        if (chosen.Count == 0)
            return DecisionRefusals.NoLetterChosen;
        if (chosen.Count < Chosen.Distinct().Count())
            return DecisionRefusals.LetterOfOthers;
        var outcome = Outcome.Of(viewer.Actor, chosen[0].Case.Now);
        foreach (var each in chosen)
        {
            var (stopped, again) = each.TakeBack(viewer.Actor);
            if (stopped.Refusal is { } refusal)
                return DecisionRefusals.OfOne(each.View.Reference, refusal);
            db.Letters.Add(again!);
            outcome = outcome.And(stopped);
        }
        return outcome;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Letters = await letters.AllAsync(LetterState.Waiting, ReleaseManyPage.Most, ct);
        return true;
    }
}
