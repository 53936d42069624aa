using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Codes;

/// <summary>Nobody comes with the code from now on.</summary>
[Requires(ProgramPermissions.Admit)]
internal sealed class WithdrawCodePage(LedProgram led, BanyanDb db) : PageModel
{
    public LedProgram Led => led;
    public AdmissionCode Code { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await LoadAsync(program, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(program, id, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(program, id, ct),
            () => Task.FromResult(Code.Withdraw(led.Actor, led.Now)),
            CodeLinks.All(led.Program.Slug),
            Texts.SaidWithdrawn.With(Code.Shown),
            ct
        );
    }

    private async Task<bool> LoadAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await led.LoadAsync(program, ProgramPermissions.Admit, ct))
            return false;
        var (key, of) = (new AdmissionCodeId(id), led.Program.Id);
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
