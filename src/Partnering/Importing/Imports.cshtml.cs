using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Importing;

/// <summary>What came into a program from files, and what is on its way.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class ImportsPage(OpenProgram open, BanyanDb db) : PageModel
{
    private const int Most = 100;

    public OpenProgram Open => open;
    public IReadOnlyList<PastImport> Imports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Import, ct))
            return NotFound();
        var id = open.Program.Id;
        Imports = await db
            .Imports.AsNoTracking()
            .Where(import => import.Program == id)
            .OrderByDescending(import => import.UploadedAt)
            .ThenByDescending(import => import.Id)
            .Take(Most)
            .ToListAsync(ct);
        return Page();
    }
}
