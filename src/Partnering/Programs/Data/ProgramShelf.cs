using System.Collections.Concurrent;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Data;

/// <summary>A program with the definition of its current version.</summary>
internal sealed record ShelvedProgram(
    ProgramId Id,
    OrganisationId Organisation,
    ProgramVersionId Version,
    ProgramDefinition Definition
);

/// <summary>Programs by slug, and definitions by version. A version never changes, so it is read from its text once.</summary>
internal sealed class ProgramShelf(BanyanDb db)
{
    private static readonly ConcurrentDictionary<ProgramVersionId, ProgramDefinition> Known = new();

    public async Task<ShelvedProgram?> FindAsync(string slug, CancellationToken ct)
    {
        var found = await db
            .Programs.AsNoTracking()
            .Where(program => program.Slug == slug)
            .Select(program => new
            {
                program.Id,
                program.Organisation,
                program.CurrentVersion,
            })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new ShelvedProgram(
                found.Id,
                found.Organisation,
                found.CurrentVersion,
                await DefinitionAsync(found.CurrentVersion, ct)
            );
    }

    public async Task<ProgramDefinition> DefinitionAsync(
        ProgramVersionId version,
        CancellationToken ct
    )
    {
        if (Known.TryGetValue(version, out var known))
            return known;
        var text = await db
            .ProgramVersions.AsNoTracking()
            .Where(v => v.Id == version)
            .Select(v => v.Text)
            .SingleAsync(ct);
        return Keep(version, text);
    }

    /// <summary>Several at once; those not known yet are read with one statement.</summary>
    public async Task<IReadOnlyDictionary<ProgramVersionId, ProgramDefinition>> DefinitionsAsync(
        IEnumerable<ProgramVersionId> wanted,
        CancellationToken ct
    )
    {
        var versions = wanted.Distinct().ToList();
        var unknown = versions.Where(version => !Known.ContainsKey(version)).ToList();
        if (unknown.Count > 0)
        {
            var texts = await db
                .ProgramVersions.AsNoTracking()
                .Where(version => unknown.Contains(version.Id))
                .Select(version => new { version.Id, version.Text })
                .ToListAsync(ct);
            foreach (var read in texts)
                Keep(read.Id, read.Text);
        }
        return versions.ToDictionary(version => version, version => Known[version]);
    }

    private static ProgramDefinition Keep(ProgramVersionId version, string text) =>
        Known.GetOrAdd(
            version,
            ProgramFile.Read(text, "published version").Definition
                ?? throw new InvalidOperationException(
                    $"Program version {version.Value} no longer reads."
                )
        );
}
