using Banyan.Kernel.Access;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

[Requires(CasePermissions.Close)]
internal sealed class ClosePage(OpenCase open, CloseCase close) : CaseVerb(open)
{
    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Close, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            CasePermissions.Close,
            () => close.OfAsync(Open.Turn, Open.Round, Open.AtHome.Zone, Reason, Role.Staff, ct),
            Texts.SaidClosed,
            ct
        );
}
