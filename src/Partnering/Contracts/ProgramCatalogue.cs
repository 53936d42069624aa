using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Contracts;

/// <summary>A program as others list it.</summary>
/// <param name="State">In words, such as "Open".</param>
/// <param name="Next">When one may apply.</param>
public sealed record ProgramFacts(
    OrganisationId Organisation,
    string Slug,
    LocalText Name,
    LocalText Summary,
    string State,
    Tone Tone,
    string Href
);

/// <summary>All programs of this instance, with at most two statements.</summary>
public sealed class ProgramCatalogue
{
    private readonly BanyanDb db;
    private readonly ProgramShelf shelf;

    internal ProgramCatalogue(BanyanDb db, ProgramShelf shelf) =>
        (this.db, this.shelf) = (db, shelf);

    /// <summary>Open ones first, then by name.</summary>
    public async Task<IReadOnlyList<ProgramFacts>> AllAsync(CancellationToken ct)
    {
        var programs = await db
            .Programs.AsNoTracking()
            .Select(program => new { program.Organisation, program.CurrentVersion })
            .ToListAsync(ct);
        var definitions = await shelf.DefinitionsAsync(
            [.. programs.Select(program => program.CurrentVersion)],
            ct
        );
        return
        [
            .. programs
                .Select(program =>
                    (program.Organisation, Definition: definitions[program.CurrentVersion])
                )
                .OrderBy(row => row.Definition.State)
                .ThenBy(row => row.Definition.Name.ToString(), StringComparer.CurrentCulture)
                .Select(row => new ProgramFacts(
                    row.Organisation,
                    row.Definition.Slug,
                    row.Definition.Name,
                    row.Definition.Summary,
                    ProgramWords.Of(row.Definition.State),
                    ProgramWords.ToneOf(row.Definition.State),
                    ProgramLinks.Show(row.Definition.Slug)
                )),
        ];
    }
}
