using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Ends a correction that was begun by mistake: nothing leaves, and what the letter said stands.</summary>
[Requires(CasePermissions.Correct)]
internal sealed class LetStandPage(DecisionCases cases, DropDecision drop, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Correct)
{
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        var (application, actor, now) = (Case.Application, viewer.Actor, Case.Now);
        var outcome = application.LetStand(Role.Staff, actor, now);
        if (outcome.Done)
            outcome = outcome.And(await drop.OfAsync(application.Id, actor, now, ct));
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Case(application.Reference),
            say: Texts.SaidLetStand,
            ct
        );
    }
}
