using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Each clause with its own box; there is no "agree to all". What is ticked is kept with text, hash, name and time.</summary>
[SignedIn]
internal sealed class ClausesPage(BanyanDb db, OpenApplication open) : PageModel
{
    public OpenApplication Open => open;
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public bool IsAccepted(Clause clause) =>
        open.Application.HasAccepted(clause.Key, ClauseText.Hash(clause), Side.Partner);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(reference, ct),
            () => AcceptAsync(ct),
            ApplicationLinks.Show(reference),
            Ticked.Count() == open.Program.Clauses.Count ? Texts.SaidClausesAll : Texts.SaidSaved,
            ct
        );
    }

    private IEnumerable<Clause> Ticked =>
        open.Program.Clauses.Where(clause =>
            Request.Form[FieldOf(clause)].FirstOrDefault() == "true"
        );

    private async Task<Outcome> AcceptAsync(CancellationToken ct)
    {
        var outcome = Outcome.Of(open.Actor, open.Now);
        var ticked = Ticked.ToList();
        // What is accepted is the text that was read, not one that took its place meanwhile.
        if (ticked.Exists(clause => Request.Form[TextField(clause)] != ClauseText.Hash(clause)))
            return ApplicationRefusals.TextChanged;
        await db.KeepWordingsAsync(ticked, ct);
        foreach (var clause in ticked)
            outcome = outcome.And(
                open.Application.Accept(
                    ClauseCopy.Of(
                        clause,
                        open.Application.ProgramVersion,
                        CultureInfo.CurrentUICulture
                    ),
                    open.Viewer.Person,
                    open.Actor,
                    open.Now
                )
            );
        foreach (var clause in open.Program.Clauses.Except(ticked))
            if (IsAccepted(clause) && Request.Form[ShownField(clause)].FirstOrDefault() == "true")
                outcome = outcome.And(open.Application.TakeBack(clause.Key, open.Actor, open.Now));
        return outcome;
    }

    public static string FieldOf(Clause clause) => $"clause.{clause.Key}";

    /// <summary>Names the text that stood beside the box.</summary>
    public static string TextField(Clause clause) => $"text.{clause.Key}";

    /// <summary>Says that the box was ticked when the page was shown; only then an empty one takes something back.</summary>
    public static string ShownField(Clause clause) => $"shown.{clause.Key}";

    private async Task<bool> LoadAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) && open.Application.State == ApplicationState.Draft;
}
