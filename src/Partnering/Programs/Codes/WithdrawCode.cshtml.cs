using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Codes;

/// <summary>Nobody comes with the code from now on.</summary>
[Requires(ProgramPermissions.Admit)]
internal sealed class WithdrawCodePage(OpenProgram open, BanyanDb db) : PageModel
{
    public OpenProgram Open => open;
    public AdmissionCode Code { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await LoadAsync(program, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(program, id, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(program, id, ct),
            () => Task.FromResult(Code.Withdraw(open.Actor, open.Now)),
            CodeLinks.All(open.Program.Slug),
            Texts.SaidWithdrawn.With(Code.Shown),
            ct
        );
    }

    private async Task<bool> LoadAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Admit, ct))
            return false;
        var (key, of) = (new AdmissionCodeId(id), open.Program.Id);
        if (
            await db.AdmissionCodes.SingleOrDefaultAsync(
                code => code.Id == key && code.Program == of,
                ct
            )
            is not { } found
        )
            return false;
        Code = found;
        return true;
    }
}
