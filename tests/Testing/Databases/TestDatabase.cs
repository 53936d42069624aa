using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Banyan.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Banyan.Testing.Databases;

/// <summary>A migrated database of one host's own: each engine migrates once for the run, and every host gets a copy of that.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Template = "banyan_template";
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task> PostgresTemplate = new(MigratePostgresAsync);

    // A template may have one copier at a time and no other visitor.
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static int count;
    private readonly string? dropped;

    private TestDatabase(string connectionString, string? name)
    {
        ConnectionString = connectionString;
        dropped = name;
    }

    public string ConnectionString { get; }

    public static Task<TestDatabase> NewAsync(DatabaseKind kind, string folder) =>
        kind switch
        {
            DatabaseKind.Sqlite => NewSqliteAsync(folder),
            DatabaseKind.Postgres => NewPostgresAsync(),
        };

    /// <summary>One that somebody else looks after.</summary>
    public static TestDatabase Given(string connectionString) => new(connectionString, null);

    public async ValueTask DisposeAsync()
    {
        if (dropped is null)
            return;
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await PostgresServer.Instance.ExecuteAsync($"DROP DATABASE {dropped} WITH (FORCE)");
    }

    private static async Task<TestDatabase> NewSqliteAsync(string folder)
    {
        var file = Path.Combine(folder, "banyan.db");
        File.Copy(await SqliteTemplate.Value, file);
        return new TestDatabase($"Data Source={file}", null);
    }

    private static async Task<TestDatabase> NewPostgresAsync()
    {
        await PostgresTemplate.Value;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"banyan_{Interlocked.Increment(ref count)}"
        );
        await Copying.WaitAsync();
        try
        {
            await PostgresServer.Instance.ExecuteAsync(
                $"CREATE DATABASE {name} TEMPLATE {Template}"
            );
        }
        finally
        {
            Copying.Release();
        }
        return new TestDatabase(PostgresServer.Instance.ConnectionTo(name), name);
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var file = TemporaryFolder.NewPath("template.db");
        await MigrateAsync(new DatabaseChoice(false, $"Data Source={file};Pooling=False"));
        return file;
    }

    private static async Task MigratePostgresAsync()
    {
        await PostgresServer.Instance.ExecuteAsync($"CREATE DATABASE {Template}");
        await MigrateAsync(
            new DatabaseChoice(
                true,
                PostgresServer.Instance.ConnectionTo(Template) + ";Pooling=false"
            )
        );
    }

    internal static async Task MigrateAsync(DatabaseChoice choice)
    {
        await using var db = Of(choice);
        await db.Database.MigrateAsync();
    }

    /// <summary>A context outside any host.</summary>
    internal static BanyanDb Of(DatabaseChoice choice)
    {
        var options = new DbContextOptionsBuilder<BanyanDb>();
        choice.Configure(options);
        return new BanyanDb(
            options.Options,
            Modules.All,
            new WriteGate(single: !choice.Postgres),
            new WorkBell(),
            new CommitCount()
        );
    }
}
