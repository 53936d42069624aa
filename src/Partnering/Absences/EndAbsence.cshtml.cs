using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Absences;

[Requires(CasePermissions.Lead)]
internal sealed class EndAbsencePage(BanyanDb db, OwnAbsence own) : PageModel
{
    public OwnAbsence Own => own;

    public Task OnGetAsync(CancellationToken ct) => own.LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await own.LoadAsync(ct);
        return await this.CommitAsync(
            () => own.LoadAsync(ct),
            () => Task.FromResult(End()),
            CaseLinks.All,
            Texts.SaidBack,
            ct
        );
    }

    private Outcome End()
    {
        if (own.Absence is not { } absence)
            return new Refusal("absence-none", Texts.NotAway);
        db.Remove(absence);
        return absence.End(own.Actor, own.Now);
    }
}
