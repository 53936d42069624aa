using Banyan.Benchmarks.Programs;
using Banyan.Kernel.Domain;
using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;
using Npgsql;

namespace Banyan.Benchmarks.Seeding;

/// <summary>A site of the foundation with its teams, in a database of its own that keeps what it acknowledges, and a window into it from this process.</summary>
internal sealed class PreparedSite : IAsyncDisposable
{
    // Nothing of ours waits for a connection before the program under measurement does.
    private const int Pool = 100;
    private static int s_count;
    private readonly string data;

    private PreparedSite(DatabaseKind kind, string folder, string database, BanyanHost host) =>
        (Kind, data, Database, Host) = (kind, folder, database, host);

    public DatabaseKind Kind { get; }
    public string Database { get; }

    /// <summary>Not measured: it fills the database and counts statements.</summary>
    public BanyanHost Host { get; }
    public string Outbox => Path.Combine(data, "outbox");

    public static async Task<PreparedSite> NewAsync(DatabaseKind kind, WorkFolder work)
    {
        var name = $"{kind}{Interlocked.Increment(ref s_count)}".ToLowerInvariant();
        var folder = Directory.CreateDirectory(Path.Combine(work.Path, name)).FullName;
        var database = kind switch
        {
            DatabaseKind.Sqlite => $"Data Source={Path.Combine(folder, "banyan.db")}",
            DatabaseKind.Postgres => await PostgresAsync(work.Postgres, name),
        };
        ChildProcess.Run(null, RunningProgram.Banyan, ["migrate", .. Settings(database, folder)]);
        var host = await BanyanHost.StartAsync(kind, new HostChoice { Database = database });
        host.Clock.Now = new MillisecondClock().GetCurrentInstant();
        await host.FoundAsync();
        return new PreparedSite(kind, folder, database, host)
        {
            Partners = await Seeding.Partners.AddAsync(host, CancellationToken.None),
        };
    }

    /// <summary>Codes of some partners, by which everybody can ask whether they are one.</summary>
    public IReadOnlyList<string> Partners { get; private init; } = [];

    /// <summary>A path in the folder of the program's data.</summary>
    public string Beside(string file) => Path.Combine(data, file);

    /// <summary>The real program on this database.</summary>
    public RunningProgram Start() => RunningProgram.StartBanyan(Settings(Database, data));

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private static string[] Settings(string database, string folder) =>
        [
            $"--Banyan:Database={database}",
            $"--Banyan:Data={folder}",
            // All come from one address here.
            "--Banyan:FormsPerMinute=0",
        ];

    private static async Task<string> PostgresAsync(PostgresCluster server, string name)
    {
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server.ConnectionTo(name))
        {
            MaxPoolSize = Pool,
        }.ConnectionString;
    }
}
