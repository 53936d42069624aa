using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

[Requires(CasePermissions.TakeUp)]
internal sealed class TakeUpPage(OpenCase open) : CaseVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.TakeUp, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            CasePermissions.TakeUp,
            () => Task.FromResult(Open.Case.TakeUp(Open.Person!.Value, Open.Actor, Open.Now)),
            Texts.SaidTakenUp,
            ct
        );
}
