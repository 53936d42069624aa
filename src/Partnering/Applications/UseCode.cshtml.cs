using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Takes the code that staff gave for an application that has begun already, so that it may be sent late.</summary>
[Holder]
internal sealed class UseCodePage(OpenApplication open, BanyanDb db) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty(Name = "code", SupportsGet = true)]
    public string Code { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            () => open.LoadAsync(reference, ct),
            () => AdmitAsync(ct),
            ApplicationLinks.Show(open.Application.Reference),
            Texts.SaidAdmitted,
            ct
        );
    }

    private async Task<Outcome> AdmitAsync(CancellationToken ct) =>
        await db.AdmissionCodeAsync(open.Application.Program, Code, ct) is { } code
            ? open.Application.Admit(code, open.Today, open.Actor, open.Now, open.Code)
            : AdmissionRefusals.Unknown;
}
