using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

/// <summary>Takes a closed or withdrawn case up again, where it was sent before.</summary>
[Requires(CasePermissions.Reopen)]
internal sealed class ReopenPage(OpenCase open) : CaseVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Reopen, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            CasePermissions.Reopen,
            () => Task.FromResult(Reopen()),
            Texts.SaidReopened,
            ct
        );

    private Outcome Reopen() =>
        Open.Case.Reopen(GatherFacts.Again(Open.Case), Role.Staff, Open.Actor, Open.Now);
}
