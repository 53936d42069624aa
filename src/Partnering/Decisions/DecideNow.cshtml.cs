using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Goes on with a case that was put off, before its day.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class DecideNowPage(DecisionCases cases, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Decide)
{
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            Case.SteppedAside
                ? DecisionRefusals.SteppedAside
                : Case.Application.TakeUpAgain(Role.Staff, viewer.Actor, Case.Now),
            then: DecisionLinks.Case(Case.Application.Reference),
            say: Texts.SaidDecideNow,
            ct
        );
    }
}
