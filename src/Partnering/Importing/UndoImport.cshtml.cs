using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Importing;

/// <summary>Takes away everything that an import made, while nothing on it was changed.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class UndoImportPage(OpenImport open) : ImportVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await Open.LoadAsync(program, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct) =>
        DoAsync(
            program,
            id,
            () => Open.Then(Open.Import.Undo(Open.Program.Actor, Open.Program.Now)),
            Texts.SaidUndoing,
            ct
        );
}
