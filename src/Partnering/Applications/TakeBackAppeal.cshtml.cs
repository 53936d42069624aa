using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>The applicants take back an appeal that was admitted: the decision stands.</summary>
[Holder]
internal sealed class TakeBackAppealPage(OpenApplication open, DropDecision drop) : PageModel
{
    public OpenApplication Open => open;
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        var (application, actor, now) = (open.Application, open.Actor, open.Now);
        var outcome = open.Viewer.Person is null
            ? ApplicationRefusals.AddressNotProven
            : application.LetStand(Role.Applicant, actor, now);
        if (outcome.Done)
            outcome = outcome.And(await drop.OfAsync(application.Id, actor, now, ct));
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidTakenBack,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) && open.Application.WasSubmitted;
}
