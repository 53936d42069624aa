using System.Globalization;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;

namespace Banyan.Benchmarks.Programs;

/// <summary>Where the databases of one run lie: on a disk, for what is acknowledged there must survive a power cut. Folders of runs that were killed are taken away by the next.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Prefix = "banyan-bench-";
    private PostgresCluster? postgres;

    /// <param name="parent">Null: the system's folder for temporary files that outlive a restart, which lies on a disk.</param>
    public WorkFolder(string? parent)
    {
        parent ??= Directory.Exists("/var/tmp") ? "/var/tmp" : System.IO.Path.GetTempPath();
        Directory.CreateDirectory(parent);
        foreach (var old in Directory.GetDirectories(parent, Prefix + "*"))
        {
            var owner = System.IO.Path.GetFileName(old)[Prefix.Length..];
            if (OperatingSystem.IsLinux() && !Directory.Exists($"/proc/{owner}"))
                Directory.Delete(old, recursive: true);
        }
        Path = System.IO.Path.Combine(
            parent,
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}")
        );
        var made = Directory.CreateDirectory(Path);
        // PostgreSQL runs under an account of its own and must be able to pass through.
        if (!OperatingSystem.IsWindows())
            made.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    }

    public string Path { get; }

    /// <summary>The kind of file system, such as ext4; tmpfs is memory and makes figures of writes worthless.</summary>
    public string FileSystem => new DriveInfo(Path).DriveFormat;

    /// <summary>A PostgreSQL with its own settings of durability, begun when it is first asked for.</summary>
    public PostgresCluster Postgres =>
        postgres ??= PostgresCluster.In(
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "postgres")).FullName,
            "max_connections=200"
        );

    public void Dispose()
    {
        postgres?.Stop(Signals.Quit);
        Directory.Delete(Path, recursive: true);
    }
}
