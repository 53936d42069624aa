using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Takes an application back. Nothing is deleted, and it can be reopened.</summary>
[Holder]
internal sealed class WithdrawPage(OpenApplication open, BanyanDb db, DropDecision drop) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty]
    public string Reason { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        if (Reason.Length > ThreadEntry.Most)
            return this.Refuse(
                ApplicationRefusals.WordsTooLong(Reason.Length) with
                {
                    Field = nameof(Reason),
                }
            );
        var outcome = open.Application.Withdraw(Reason, open.Actor, open.Now);
        if (await db.OpenRoundOfAsync(open.Application.Id, ct) is { } round)
            outcome = outcome.And(round.Stop(open.Actor, open.Now));
        outcome = outcome.And(await drop.OfAsync(open.Application.Id, open.Actor, open.Now, ct));
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidWithdrawn,
            ct
        );
    }
}
