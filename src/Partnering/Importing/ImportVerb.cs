using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Importing;

/// <summary>A page that does one thing with an import.</summary>
internal abstract class ImportVerb(OpenImport open) : PageModel
{
    public OpenImport Open => open;

    protected async Task<IActionResult> DoAsync(
        string program,
        Guid id,
        Func<Outcome> act,
        string say,
        CancellationToken ct
    ) =>
        await open.LoadAsync(program, id, ct)
            ? await this.CommitAsync(
                () => open.LoadAsync(program, id, ct),
                () => Task.FromResult(act()),
                open.Here,
                say,
                ct
            )
            : NotFound();
}
