using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Something in a letter that has left was wrong: the case is decided anew, and another letter says so.</summary>
[Requires(CasePermissions.Correct)]
internal sealed class CorrectPage(DecisionCases cases, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Correct)
{
    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            CorrectIt(),
            then: DecisionLinks.Decide(Case.Application.Reference),
            say: Texts.SaidCorrect,
            ct
        );
    }

    private Outcome CorrectIt()
    {
        if (Case.SteppedAside)
            return DecisionRefusals.SteppedAside;
        if (Reason.Length > ThreadEntry.Most)
            return ApplicationRefusals.WordsTooLong(Reason.Length) with { Field = "reason" };
        // Nothing is asked anew: the partnership that would stand against it may be the case's own.
        var key = GatherFacts.OpenKeyOf(Case.Program, Case.Application);
        return Case.Application.Correct(Reason, key, viewer.Actor, Case.Now);
    }
}
