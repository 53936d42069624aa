using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Testing;

/// <summary>Every SQL statement that the host sends through Entity Framework, so that a test can say how many a page may need.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> all = new();

    public IReadOnlyList<string> All => [.. all];
    public int Count => all.Count;

    public void Clear() => all.Clear();

    /// <summary>How many statements the host sent while <paramref name="act"/> ran; nothing else may use the host meanwhile.</summary>
    public async Task<int> DuringAsync(Func<Task> act)
    {
        var before = all.Count;
        await act();
        return all.Count - before;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        all.Enqueue(result.CommandText);
        return result;
    }
}
