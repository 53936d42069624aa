using System.Text;
using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Importing;

/// <summary>What was said about the columns, as the file that the command takes.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class MapFilePage(OpenImport open) : ImportVerb(open)
{
    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await Open.LoadAsync(program, id, ct) && Open.Import.Map is { Columns.Count: > 0 } map
            ? File(
                Encoding.UTF8.GetBytes(map.Write()),
                "application/json",
                $"{Open.Slug}-import-map.json"
            )
            : NotFound();
}
