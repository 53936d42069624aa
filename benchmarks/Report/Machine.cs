using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Banyan.Kernel.Domain;

namespace Banyan.Benchmarks.Report;

/// <summary>Where and with what the figures were measured.</summary>
internal static class Machine
{
    public static IReadOnlyList<string> Lines(string fileSystem) =>
        [
            Invariant($"{Environment.ProcessorCount} cores, {Processor()}"),
            Invariant(
                $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}, databases on {fileSystem}"
            ),
            Invariant($"{Said("git", "rev-parse --short HEAD")} on {Today()}"),
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
