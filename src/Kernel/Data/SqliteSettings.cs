using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Kernel.Data;

/// <summary>What each SQLite connection is set to, and the check at start that it holds. FULL: an acknowledged write survives a power cut.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Set = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;
        PRAGMA trusted_schema=OFF; PRAGMA busy_timeout=5000;
        """;

    public static readonly IReadOnlyDictionary<string, string> Expected = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["journal_mode"] = "wal",
        ["synchronous"] = "2",
        ["foreign_keys"] = "1",
        ["secure_delete"] = "1",
        ["trusted_schema"] = "0",
    };

    public override void ConnectionOpened(
        DbConnection connection,
        ConnectionEndEventData eventData
    ) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>The settings that do not read as they must, as "name is x, must be y"; empty when all is well.</summary>
    public static IReadOnlyList<string> Deviations(DbConnection connection) =>
        [
            .. Expected
                .Select(pair => (pair, actual: Read(connection, pair.Key)))
                .Where(row =>
                    !string.Equals(row.actual, row.pair.Value, StringComparison.OrdinalIgnoreCase)
                )
                .Select(row => $"{row.pair.Key} is {row.actual}, must be {row.pair.Value}"),
        ];

    public static string Read(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names come from the table above
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    private static void Apply(DbConnection connection)
    {
        if (connection is not SqliteConnection)
            return;
        // EF looks first whether there is a database, and may not write then: one that comes from a backup is not in WAL yet.
        var reads = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode;
        if (reads == SqliteOpenMode.ReadOnly)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Set;
        command.ExecuteNonQuery();
    }
}
