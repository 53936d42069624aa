using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Importing;

/// <summary>The import that a page is about, loaded through what the viewer may do with its program.</summary>
internal sealed class OpenImport(OpenProgram open, BanyanDb db)
{
    public OpenProgram Program => open;
    public string Slug => open.Slug;
    public PastImport Import { get; private set; } = null!;

    /// <summary>False when there is no such import for this viewer; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Import, ct))
            return false;
        var (import, of) = (new ImportId(id), open.Program.Id);
        if (
            await db.Imports.SingleOrDefaultAsync(i => i.Id == import && i.Program == of, ct)
            is not { } found
        )
            return false;
        Import = found;
        return true;
    }

    /// <summary>The worker goes on with it as soon as this is committed.</summary>
    public Outcome Then(Outcome outcome) =>
        outcome.Done ? outcome.Then(ImportWork.Plan(Import, open.Actor, open.Now)) : outcome;

    public string Here => ImportLinks.Show(Slug, Import.Id);
}
