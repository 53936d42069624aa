using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Decisions;

/// <summary>A page on which letters are ticked and one thing is done to each: all that are ticked, or none.</summary>
internal abstract class ManyLetters(LetterPages letters, Viewer viewer, LetterState state)
    : PageModel
{
    public const int Most = 50;

    public IReadOnlyList<OpenLetter> Letters { get; private set; } = [];
    protected Viewer Viewer => viewer;

    /// <summary>All boxes are ticked, for whoever sends what a meeting has decided.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    [BindProperty(Name = "case")]
    public List<string> Chosen { get; set; } = [];

    public bool IsTicked(OpenLetter letter) => All || Chosen.Contains(letter.View.Reference);

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    /// <param name="act">On each letter that was ticked.</param>
    protected async Task<IActionResult> DoAsync(
        Func<OpenLetter, Outcome> act,
        string then,
        string say,
        CancellationToken ct
    )
    {
        await LoadAsync(ct);
        return await this.CommitAsync(
            () => LoadAsync(ct),
            () => Task.FromResult(OfAll(act)),
            then,
            say,
            ct
        );
    }

    private Outcome OfAll(Func<OpenLetter, Outcome> act)
    {
        var chosen = Letters.Where(each => Chosen.Contains(each.View.Reference)).ToList();
        if (chosen.Count == 0)
            return DecisionRefusals.NoLetterChosen;
        if (chosen.Count < Chosen.Distinct().Count())
            return DecisionRefusals.LetterOfOthers;
        var outcome = Outcome.Of(viewer.Actor, chosen[0].Case.Now);
        foreach (var each in chosen)
        {
            var done = act(each);
            if (done.Refusal is { } refusal)
                return DecisionRefusals.OfOne(each.View.Reference, refusal);
            outcome = outcome.And(done);
        }
        return outcome;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Letters = await letters.AllAsync(state, Most, ct);
        return true;
    }
}
