using System.Collections.Concurrent;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Data;

/// <summary>A program with the definition of its current version.</summary>
internal sealed record ShelvedProgram(
    ProgramId Id,
    OrganisationId Organisation,
    ProgramVersionId Version,
    int Number,
    ProgramDefinition Definition
);

/// <summary>Programs by slug, and definitions by version. A version never changes, so it is read from its text once.</summary>
internal sealed class ProgramShelf(BanyanDb db)
{
    private static readonly ConcurrentDictionary<ProgramVersionId, ProgramDefinition> Known = new();

    public async Task<ShelvedProgram?> FindAsync(string slug, CancellationToken ct)
    {
        var versions = db.ProgramVersions;
        var found = await db
            .Programs.AsNoTracking()
            .Where(program => program.Slug == slug)
            .Join(
                versions,
                program => program.CurrentVersion,
                version => version.Id,
                (program, version) =>
                    new
                    {
                        program.Id,
                        program.Organisation,
                        program.CurrentVersion,
                        version.Number,
                    }
            )
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new ShelvedProgram(
                found.Id,
                found.Organisation,
                found.CurrentVersion,
                found.Number,
                await DefinitionAsync(found.CurrentVersion, ct)
            );
    }

    /// <summary>The terms that a case is under: what its version says, and once it is a partner's, what the program says now.</summary>
    public async Task<ProgramDefinition> TermsAsync(Application application, CancellationToken ct)
    {
        if (application.State != ApplicationState.Approved)
            return await DefinitionAsync(application.ProgramVersion, ct);
        var id = application.Program;
        var current = await db
            .Programs.Where(program => program.Id == id)
            .Select(program => program.CurrentVersion)
            .SingleAsync(ct);
        return await DefinitionAsync(current, ct);
    }

    public async Task<ProgramDefinition> DefinitionAsync(
        ProgramVersionId version,
        CancellationToken ct
    )
    {
        if (Known.TryGetValue(version, out var known))
            return known;
        return (await DefinitionsAsync([version], ct))[version];
    }

    /// <summary>At most one statement, and none where all of them were read before.</summary>
    public async Task<IReadOnlyDictionary<ProgramVersionId, ProgramDefinition>> DefinitionsAsync(
        IEnumerable<ProgramVersionId> versions,
        CancellationToken ct
    )
    {
        var wanted = versions.Distinct().ToList();
        var missing = wanted.Where(version => !Known.ContainsKey(version)).ToList();
        if (missing.Count > 0)
            foreach (
                var found in await db
                    .ProgramVersions.AsNoTracking()
                    .Where(v => missing.Contains(v.Id))
                    .ToListAsync(ct)
            )
                Known.TryAdd(found.Id, Read(found));
        return wanted.ToDictionary(version => version, version => Known[version]);
    }

    private static ProgramDefinition Read(ProgramVersion version) =>
        ProgramFile.Read(version.Text, "published version").Definition
        ?? throw new InvalidOperationException(
            $"Program version {version.Id.Value} no longer reads."
        );
}
