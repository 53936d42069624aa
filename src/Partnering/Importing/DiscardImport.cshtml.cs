using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Importing;

/// <summary>Throws the file away: it holds personal data that nobody needs then.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class DiscardImportPage(OpenImport open, BanyanDb db) : ImportVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await Open.LoadAsync(program, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct)
    {
        var import = new ImportId(id);
        var kept = await db.ImportFiles.AnyAsync(file => file.Import == import, ct);
        return await DoAsync(program, id, () => Discard(kept), Texts.SaidDiscarded, ct);
    }

    private Outcome Discard(bool kept)
    {
        var outcome = Open.Import.Discard(Open.Program.Actor, Open.Program.Now);
        // Its bytes need not be loaded to be deleted.
        if (outcome.Done && kept)
            db.Remove(new ImportFile { Import = Open.Import.Id });
        return outcome;
    }
}
