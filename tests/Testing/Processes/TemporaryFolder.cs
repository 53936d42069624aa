using System.Globalization;

namespace Banyan.Testing.Processes;

/// <summary>One folder for each run of tests, taken away at its end; folders of runs that were killed are taken away by the next. It lies in memory where that has room: a fresh database of PostgreSQL is some 500 files, and a disk needs a quarter of a second of processor for them.</summary>
public static class TemporaryFolder
{
    private const string Prefix = "banyan-tests-";
    private const string Memory = "/dev/shm";
    private const long Room = 4L << 30;
    private static readonly Lazy<string> Root = new(Make);
    private static int count;

    /// <summary>A path that nothing has yet.</summary>
    public static string NewPath(string name) =>
        Path.Combine(
            Root.Value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}-{Interlocked.Increment(ref count)}"
            )
        );

    public static string New(string name) => Directory.CreateDirectory(NewPath(name)).FullName;

    private static string Make()
    {
        foreach (
            var folder in Places()
                .SelectMany(place => Directory.GetDirectories(place, $"{Prefix}*"))
        )
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (OperatingSystem.IsLinux() && !Directory.Exists($"/proc/{owner}"))
                Remove(folder);
        }
        var root = Directory.CreateDirectory(
            Path.Combine(
                Places().Last(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"
                )
            )
        );
        // Helper programs run under accounts of their own and must be able to pass through.
        if (!OperatingSystem.IsWindows())
            root.UnixFileMode =
                UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root.FullName);
        return root.FullName;
    }

    private static IEnumerable<string> Places()
    {
        yield return Path.GetTempPath();
        if (Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room)
            yield return Memory;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another run's, or still being written: the next run tries again.
        }
    }
}
