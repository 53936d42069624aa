using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Kernel.Data;

/// <summary>
/// Gives each context on SQLite a connection that stays open, set and with its statements, for as long as the context goes from request to request. Entity Framework would close it
/// after each statement and each request, and leaves the contexts of its pool undisposed at the end: so they are closed here. PostgreSQL's driver keeps its connections itself.
/// </summary>
internal sealed class KeptConnections : DbConnectionInterceptor, IDisposable
{
    private readonly ConcurrentDictionary<Kept, Kept> all = new();

    public override DbConnection ConnectionCreated(
        ConnectionCreatedEventData eventData,
        DbConnection result
    )
    {
        // One that only reads is for a single look at whether there is a database.
        var asked = new SqliteConnectionStringBuilder(result.ConnectionString);
        if (asked.Mode == SqliteOpenMode.ReadOnly)
            return result;
        result.Dispose();
        var kept = new Kept(this, asked.ConnectionString);
        all[kept] = kept;
        return kept;
    }

    public void Dispose()
    {
        foreach (var kept in all.Keys)
            kept.Dispose();
    }

    private sealed class Kept(KeptConnections owner, string connectionString)
        : SqliteConnection(connectionString)
    {
        public override void Close() { }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                owner.all.TryRemove(this, out _);
                base.Close();
            }
            base.Dispose(disposing);
        }
    }
}
