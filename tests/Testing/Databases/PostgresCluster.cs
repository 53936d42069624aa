using System.Diagnostics;
using System.Globalization;
using Banyan.Testing.Processes;
using Npgsql;

namespace Banyan.Testing.Databases;

/// <summary>A PostgreSQL of our own: a fresh cluster that listens on a Unix socket in a temporary folder and ends with the run.</summary>
internal sealed class PostgresCluster
{
    private const string Superuser = "banyan";
    private const string Loopback = "127.0.0.1";
    private const int UsualPort = 5432;
    private readonly int port;
    private readonly string[] settings;
    private ChildProcess server;

    private PostgresCluster(string folder, int port, string[] settings)
    {
        Socket = folder;
        this.port = port;
        this.settings = settings;
        server = Launch();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop(Signals.Quit);
    }

    public static bool Installed => Folder is not null;

    /// <summary>Of the programs that would be started.</summary>
    public static string Version
    {
        get
        {
            using var said = Process.Start(
                new ProcessStartInfo(Program("postgres"), "--version")
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            return said.StandardOutput.ReadToEnd().Split(' ')[2].Trim();
        }
    }

    /// <summary>The folder of the socket, and of the data below it.</summary>
    public string Socket { get; }

    /// <param name="settings">As on its command line: <c>fsync=off</c>.</param>
    public static PostgresCluster New(params string[] settings) =>
        In(TemporaryFolder.New("postgres"), settings);

    /// <param name="folder">An empty one, for the cluster and its socket.</param>
    /// <param name="settings">As on its command line: <c>fsync=off</c>.</param>
    public static PostgresCluster In(string folder, params string[] settings) =>
        In(folder, UsualPort, settings);

    /// <summary>One that listens on a port of the loopback too, as others reach it.</summary>
    public static PostgresCluster OnPort(int port, params string[] settings) =>
        In(TemporaryFolder.New("postgres"), port, [$"listen_addresses={Loopback}", .. settings]);

    /// <summary>A copy on another port that takes over each change as it is made.</summary>
    /// <param name="source">The port at which the copy finds its original.</param>
    public PostgresCluster Follow(int onPort, int source)
    {
        var folder = FolderOfAccount(TemporaryFolder.New("postgres"));
        ChildProcess.Run(
            Account,
            Program("pg_basebackup"),
            $"--pgdata={DataIn(folder)}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"--dbname=host={Loopback} port={source} user={Superuser}"
            ),
            "--write-recovery-conf",
            "--checkpoint=fast",
            "--no-sync"
        );
        var standby = new PostgresCluster(folder, onPort, settings);
        standby.WaitUntilUp();
        return standby;
    }

    /// <summary>A copy becomes a server that takes writes; returns when it does.</summary>
    public void Promote() =>
        ChildProcess.Run(
            Account,
            Program("pg_ctl"),
            "promote",
            "--wait",
            $"--pgdata={DataIn(Socket)}"
        );

    /// <summary>After <see cref="Kill"/>: nobody can start it again on what it knew.</summary>
    public void LoseData() => Directory.Delete(DataIn(Socket), recursive: true);

    private static string FolderOfAccount(string folder)
    {
        if (Account is not null)
            ChildProcess.Run(null, "chown", Account, folder);
        return folder;
    }

    private static PostgresCluster In(string folder, int port, string[] settings)
    {
        FolderOfAccount(folder);
        ChildProcess.Run(
            Account,
            Program("initdb"),
            $"--pgdata={DataIn(folder)}",
            $"--username={Superuser}",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"
        );
        var cluster = new PostgresCluster(folder, port, settings);
        cluster.WaitUntilUp();
        return cluster;
    }

    public string ConnectionTo(string database, int pool = 20) =>
        $"Host={Socket};Port={port};{LogIn(database, pool)}";

    /// <summary>For a site that knows both servers: whichever takes writes is used.</summary>
    public static string ConnectionTo(string database, IEnumerable<int> ports) =>
        $"Host={string.Join(',', ports.Select(port => $"{Loopback}:{port}"))};{LogIn(database, pool: 20)}";

    private static string LogIn(string database, int pool) =>
        $"Username={Superuser};Database={database};Maximum Pool Size={pool}";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            ConnectionTo("postgres") + ";Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names in it are made by tests, from digits
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public void Stop(int signal) => server.Stop(signal);

    /// <summary>Ends the server and each process of it at once, as when the machine takes them all.</summary>
    public void Kill()
    {
        var workers = ChildProcess.ChildrenOf(server.Id);
        server.Stop(Signals.Kill);
        foreach (var worker in workers)
            ChildProcess.Signal(worker, Signals.Kill);
        while (workers.Any(worker => Directory.Exists($"/proc/{worker}")))
            Thread.Sleep(5);
    }

    /// <summary>Starts it again on its data, and does not wait.</summary>
    public void Start() => server = Launch();

    public void WaitUntilUp()
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
            catch (NpgsqlException) when (tries < 600 && !server.HasEnded)
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

    // PostgreSQL refuses to run as root; Debian's package brings an account for it.
    private static string? Account => Environment.IsPrivilegedProcess ? "postgres" : null;

    private static string? Folder =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : Path.GetDirectoryName(Programs.Find("initdb"));

    private static string Program(string name) =>
        Path.Combine(
            Folder
                ?? throw new InvalidOperationException(
                    "PostgreSQL is not installed; ./test installs it."
                ),
            name
        );

    private static string DataIn(string folder) => Path.Combine(folder, "data");

    private ChildProcess Launch() =>
        ChildProcess.Start(
            Account,
            Program("postgres"),
            [
                "-D",
                DataIn(Socket),
                .. (
                    (string[])
                        [
                            "listen_addresses=",
                            $"unix_socket_directories={Socket}",
                            string.Create(CultureInfo.InvariantCulture, $"port={port}"),
                            .. settings,
                        ]
                ).SelectMany(setting => new[] { "-c", setting }),
            ]
        );
}
