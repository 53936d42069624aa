using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Banyan.Kernel.Domain;
using Banyan.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace Banyan.Benchmarks.Report;

/// <summary>Where and with what the figures were measured.</summary>
internal static class Machine
{
    public static IReadOnlyList<string> Lines(string fileSystem, Options options, TimeSpan took) =>
        [
            Invariant($"{Environment.ProcessorCount} cores, {Processor()}"),
            Invariant(
                $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}, databases on {fileSystem}"
            ),
            Invariant(
                $"SQLite {Sqlite()}, PostgreSQL {Postgres()}; {options.Cases:N0} open cases and as many communities"
            ),
            Invariant(
                $"{Said("git", "rev-parse --short HEAD")} on {Today()}, {(options.Quick ? "quick" : "whole")} run of {took.TotalMinutes:0} minutes, load {Load()} at its end"
            ),
        ];

    private static string Today() =>
        new MillisecondClock().GetCurrentInstant().InUtc().Date.ToString("uuuu-MM-dd", null);

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
                ?? "processor unknown"
            : RuntimeInformation.ProcessArchitecture.ToString();

    // Others' work on the machine is told, for nobody can leave it out of the figures.
    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Sqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return connection.ServerVersion;
    }

    private static string Postgres() =>
        PostgresCluster.Installed ? PostgresCluster.Version : "not installed";

    private static string Said(string program, string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = Testing.Repository.Root,
            }
        )!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
