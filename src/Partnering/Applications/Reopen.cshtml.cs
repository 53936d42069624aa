using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Goes on after a withdrawal or a closing; clauses and window are judged anew.</summary>
[Holder]
internal sealed class ReopenPage(OpenApplication open, GatherFacts gather) : PageModel
{
    public OpenApplication Open => open;
    public string? Partner => gather.Partner;
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        var application = open.Application;
        var nothing = Outcome.Of(open.Actor, open.Now);
        // What the applicant took back is judged as at sending; what the other side closed goes on as it was.
        var (facts, community) = application switch
        {
            { WasSubmitted: false } => (new SubmitFacts(null, "", null, null, "", null), nothing),
            { State: ApplicationState.Closed } => (
                await gather.AgainAsync(open.Program, application, open.Today, ct),
                nothing
            ),
            _ => await gather.ForAsync(open, ct),
        };
        var outcome = application.Reopen(facts, Role.Applicant, open.Actor, open.Now);
        if (outcome.Done)
            outcome = community.And(outcome);
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidReopened,
            ct
        );
    }
}
