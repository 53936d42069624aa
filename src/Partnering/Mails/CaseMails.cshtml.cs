using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Mails;

/// <summary>Every mail that belongs to a case, and what became of it.</summary>
[Requires(CasePermissions.History)]
internal sealed class CaseMailsPage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    public IReadOnlyList<MailLine> Lines { get; private set; } = [];
    public string Zone => Open.AtHome.Zone.Id;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.History, ct))
            return NotFound();
        var traces = await db.MailsOfAsync(Open.Case.Id.Value, ct);
        Lines = [.. traces.Select(trace => MailLine.Of(trace, Open.AtHome.Zone))];
        return Page();
    }
}
