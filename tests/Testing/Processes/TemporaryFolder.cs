using System.Globalization;

namespace Banyan.Testing.Processes;

/// <summary>One folder for each run of tests, taken away at its end; folders of runs that were killed are taken away by the next.</summary>
public static class TemporaryFolder
{
    private const string Prefix = "banyan-tests-";
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
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (OperatingSystem.IsLinux() && !Directory.Exists($"/proc/{owner}"))
                Remove(folder);
        }
        var root = Directory.CreateTempSubdirectory(
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")
        );
        // Helper programs run under accounts of their own and must be able to pass through.
        if (!OperatingSystem.IsWindows())
            root.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root.FullName);
        return root.FullName;
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
