using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>One program for those who change it: its working copy, and what was published when and by whom.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class OverviewPage(OpenProgram open, ProgramShelf shelf, Viewer viewer) : PageModel
{
    private IReadOnlyDictionary<PersonId, string> names = new Dictionary<PersonId, string>();

    public OpenProgram Open => open;
    public string Name { get; private set; } = "";
    public ProgramState State { get; private set; }
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];
    public bool MayPublish => viewer.May(ProgramPermissions.Publish, open.Program.Organisation);

    public string NameOf(PersonId person) => names.GetValueOrDefault(person, "");

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Edit, ct))
            return NotFound();
        var definition = await shelf.DefinitionAsync(open.Current.Id, ct);
        (Name, State) = (definition.Name.ToString(), definition.State);
        var id = open.Program.Id;
        var versions = await open
            .Db.ProgramVersions.AsNoTracking()
            .Where(version => version.Program == id)
            .OrderByDescending(version => version.Number)
            .Select(version => new
            {
                version.Number,
                version.Note,
                version.PublishedAt,
                version.PublishedBy,
            })
            .ToListAsync(ct);
        names = await open.NamesAsync(
            versions
                .Select(version => version.PublishedBy)
                .Append(open.Draft?.BegunBy)
                .Append(open.Draft?.ChangedBy)
                .OfType<PersonId>(),
            ct
        );
        Versions =
        [
            .. versions.Select(version => new VersionLine(
                version.Number,
                version.Note,
                version.PublishedAt,
                version.PublishedBy is { } by ? NameOf(by) : null
            )),
        ];
        return Page();
    }
}

/// <param name="By">Null where it came from a file.</param>
internal sealed record VersionLine(int Number, string Note, Instant At, string? By);
