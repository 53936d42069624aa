using System.Diagnostics;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Web.Tests.Commands;

/// <summary>The built program, run as a process to its end.</summary>
internal static class BanyanProgram
{
    /// <summary>What it printed, and its exit code.</summary>
    internal sealed record Ended(int Code, string Out, string Error);

    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <param name="input">What it reads from standard input.</param>
    public static async Task<Ended> RunAsync(byte[] input, params string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "banyan.dll"), .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = TemporaryFolder.New("command"),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new Ended(process.ExitCode, await output, await error);
    }
}
