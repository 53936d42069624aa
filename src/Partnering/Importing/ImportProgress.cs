using System.Collections.Concurrent;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Partnering.Importing;

/// <summary>How far the worker of this process is. What is written stands in one transaction that nobody sees into, so it cannot be read from the database.</summary>
internal sealed class ImportProgress
{
    private readonly ConcurrentDictionary<ImportId, (int Done, int Of)> rows = new();

    /// <summary>Null where nothing is under way, or another process works on it.</summary>
    public (int Done, int Of)? Of(ImportId import) =>
        rows.TryGetValue(import, out var known) ? known : null;

    public void Set(ImportId import, int done, int of) => rows[import] = (done, of);

    public void End(ImportId import) => rows.TryRemove(import, out _);
}
