using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Each clause with its own box; there is no "agree to all". What is ticked is kept with text, hash, name and time.</summary>
[SignedIn]
internal sealed class ClausesPage(OpenApplication open) : PageModel
{
    public OpenApplication Open => open;
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public bool IsAccepted(Clause clause) =>
        open.Application.Acceptances.Exists(known =>
            known.Clause == clause.Key && known.Hash == ClauseText.Hash(clause)
        );

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        var outcome = Outcome.Of(open.Actor, open.Now);
        foreach (var clause in open.Program.Clauses)
        {
            var ticked = Request.Form[FieldOf(clause)].FirstOrDefault() == "true";
            if (ticked)
                outcome = outcome.And(
                    open.Application.Accept(
                        CopyOf(clause),
                        open.Viewer.Person,
                        open.Actor,
                        open.Now
                    )
                );
            else if (
                IsAccepted(clause)
                && Request.Form[ShownField(clause)].FirstOrDefault() == "true"
            )
                outcome = outcome.And(open.Application.TakeBack(clause.Key, open.Actor, open.Now));
        }
        var left = open.ClausesLeft.Count;
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            left == 0 ? Texts.SaidClausesAll : Texts.SaidSaved,
            ct
        );
    }

    public static string FieldOf(Clause clause) => $"clause.{clause.Key}";

    /// <summary>Says that the box was ticked when the page was shown; only then an empty one takes something back.</summary>
    public static string ShownField(Clause clause) => $"shown.{clause.Key}";

    private static ClauseCopy CopyOf(Clause clause) =>
        new(
            clause.Key,
            clause.Text.In(System.Globalization.CultureInfo.CurrentUICulture),
            ClauseText.Hash(clause)
        );

    private async Task<bool> LoadAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) && open.Application.State == ApplicationState.Draft;
}
