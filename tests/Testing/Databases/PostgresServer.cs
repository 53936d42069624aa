using Banyan.Testing.Processes;
using Npgsql;

namespace Banyan.Testing.Databases;

/// <summary>A PostgreSQL of our own for one run of tests: a fresh cluster that listens on a Unix socket in a temporary folder and ends with the run.</summary>
internal sealed class PostgresServer
{
    private const string Superuser = "banyan";
    private static readonly Lazy<PostgresServer> Started = new(() =>
        // Durability is not under test here, and nothing of this cluster outlives the run.
        new PostgresServer(
            TemporaryFolder.New("postgres"),
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off"
        )
    );
    private readonly ChildProcess server;
    private readonly string socket;

    /// <param name="folder">An empty one, for the cluster and its socket.</param>
    internal PostgresServer(string folder, params string[] further)
    {
        var programs =
            Folder
            ?? throw new InvalidOperationException(
                "PostgreSQL is not installed; ./test installs it."
            );
        // PostgreSQL refuses to run as root; Debian's package brings an account for it.
        var account = Environment.IsPrivilegedProcess ? "postgres" : null;
        socket = folder;
        if (account is not null)
            ChildProcess.Run(null, "chown", account, socket);
        var data = Path.Combine(socket, "data");
        ChildProcess.Run(
            account,
            Path.Combine(programs, "initdb"),
            $"--pgdata={data}",
            $"--username={Superuser}",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"
        );
        string[] settings =
        [
            "listen_addresses=",
            $"unix_socket_directories={socket}",
            "max_connections=200",
            .. further,
        ];
        server = ChildProcess.Start(
            account,
            Path.Combine(programs, "postgres"),
            ["-D", data, .. settings.SelectMany(setting => new[] { "-c", setting })]
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        WaitUntilUp();
    }

    public static bool Installed => Folder is not null;

    public static PostgresServer Instance => Started.Value;

    public void Stop() => server.Stop(Signals.Quit);

    public string ConnectionTo(string database) =>
        $"Host={socket};Username={Superuser};Database={database};Maximum Pool Size=20";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            ConnectionTo("postgres") + ";Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names in it are made here, from digits
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string? Folder =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : Path.GetDirectoryName(Programs.Find("initdb"));

    private void WaitUntilUp()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var connection = new NpgsqlConnection(
                    ConnectionTo("postgres") + ";Pooling=false"
                );
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !server.HasEnded)
            {
                Thread.Sleep(50);
            }
            catch (NpgsqlException problem)
            {
                throw new InvalidOperationException(
                    $"PostgreSQL did not start: {server.Said}",
                    problem
                );
            }
        }
    }
}
