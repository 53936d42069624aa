using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Banyan.Kernel.Data;

/// <summary>Brings the database up to this program, and refuses to serve from one that would not keep what it acknowledges.</summary>
public static class DatabaseStart
{
    /// <exception cref="InvalidOperationException">A SQLite setting that durability or safety rests on does not hold.</exception>
    public static async Task PrepareAsync(BanyanDb db, CancellationToken ct)
    {
        // Asked about a history that is not there, PostgreSQL answers with an error, which lands in the log of every first start.
        if (db.IsPostgres)
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (db.IsPostgres)
            return;
        await db.Database.OpenConnectionAsync(ct);
        var deviations = SqliteSettings.Deviations(db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
        if (deviations.Count > 0)
            throw new InvalidOperationException(
                $"SQLite does not hold its settings: {string.Join("; ", deviations)}"
            );
    }
}
