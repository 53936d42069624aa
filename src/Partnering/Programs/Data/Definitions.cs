using System.Collections.Concurrent;
using Banyan.Kernel.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Data;

/// <summary>What each published version says, read once: a version never changes. One for the whole process.</summary>
internal sealed class Definitions
{
    private readonly ConcurrentDictionary<ProgramVersionId, ProgramDefinition> known = new();

    public async Task<ProgramDefinition> OfAsync(
        BanyanDb db,
        ProgramVersionId version,
        CancellationToken ct
    ) => (await OfAllAsync(db, [version], ct))[version];

    /// <summary>At most one statement, none where all are known.</summary>
    public async Task<IReadOnlyDictionary<ProgramVersionId, ProgramDefinition>> OfAllAsync(
        BanyanDb db,
        IEnumerable<ProgramVersionId> versions,
        CancellationToken ct
    )
    {
        var wanted = versions.Distinct().ToList();
        var missing = wanted.Where(version => !known.ContainsKey(version)).ToList();
        if (missing.Count > 0)
            foreach (
                var row in await db
                    .ProgramVersions.AsNoTracking()
                    .Where(version => missing.Contains(version.Id))
                    .ToListAsync(ct)
            )
                known[row.Id] = Read(row);
        return wanted.ToDictionary(version => version, version => known[version]);
    }

    private static ProgramDefinition Read(ProgramVersion version)
    {
        var file = ProgramFile.Read(version.Text, $"version {version.Number}");
        return file.Definition
            ?? throw new InvalidOperationException(
                $"A published program no longer reads: {string.Join(" ", file.Lines)}"
            );
    }
}
