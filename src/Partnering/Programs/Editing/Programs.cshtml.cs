using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The programs that one may change.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class ProgramsPage(BanyanDb db, Viewer viewer, ProgramShelf shelf) : PageModel
{
    public IReadOnlyList<ProgramLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (versions, drafts, organisations) = (
            db.ProgramVersions,
            db.ProgramDrafts,
            db.OrganisationFacts
        );
        var found = await (
            from program in db.Programs.AsNoTracking().EditedBy(viewer, ProgramPermissions.Edit)
            join version in versions on program.CurrentVersion equals version.Id
            join organisation in organisations on program.Organisation equals organisation.Id
            orderby organisation.Name, program.Slug
            select new
            {
                program.Slug,
                Version = version.Id,
                version.Number,
                version.PublishedAt,
                organisation.Name,
                organisation.HomeZone,
                HasDraft = drafts.Any(draft => draft.Program == program.Id),
            }
        ).ToListAsync(ct);
        var definitions = await shelf.DefinitionsAsync(found.Select(row => row.Version), ct);
        Lines =
        [
            .. found.Select(row => new ProgramLine(
                row.Slug,
                definitions[row.Version].Name.ToString(),
                definitions[row.Version].State,
                row.Name,
                row.HomeZone,
                row.Number,
                row.PublishedAt,
                row.HasDraft
            )),
        ];
    }
}

internal sealed record ProgramLine(
    string Slug,
    string Name,
    ProgramState State,
    string Organisation,
    string Zone,
    int Number,
    Instant PublishedAt,
    bool HasDraft
);
