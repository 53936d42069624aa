using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Banyan.Testing.Processes;

/// <summary>A helper program that lives no longer than the tests. All are started from one thread that never ends: on Linux the parent-death signal
/// follows the thread that forked, and a pool thread may end long before the tests do.</summary>
public sealed partial class ChildProcess : IDisposable
{
    private static readonly Launcher Thread = new();
    private readonly Process process;
    private readonly List<string> said = [];

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>What it printed so far, for the message when it does not come up.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    /// <param name="account">Run as this account; only root may name one.</param>
    public static ChildProcess Start(string? account, string program, params string[] arguments) =>
        new(Thread.Start(Describe(account, program, arguments)));

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static void Run(string? account, string program, params string[] arguments)
    {
        using var child = Start(account, program, arguments);
        child.process.WaitForExit();
        if (child.process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {child.Said}");
    }

    /// <summary>The processes that this one has started and not yet taken leave of.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process) =>
        [
            .. Directory
                .GetDirectories($"/proc/{process}/task")
                .SelectMany(task =>
                    File.ReadAllText(Path.Combine(task, "children"))
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )
                .Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>False where the process is gone already.</summary>
    public static bool Signal(int process, int signal) => Kill(process, signal) == 0;

    /// <summary>Asks it to end, waits, and insists after ten seconds.</summary>
    public void Stop(int signal)
    {
        if (process.HasExited)
            return;
        _ = Kill(process.Id, signal);
        if (!process.WaitForExit(10_000))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Stop(Signals.Terminate);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
    }

    private static ProcessStartInfo Describe(string? account, string program, string[] arguments)
    {
        var setpriv = Programs.Find("setpriv");
        string[] before = (setpriv, account) switch
        {
            (null, _) => [],
            (_, null) => ["--pdeathsig=QUIT", "--"],
            _ =>
            [
                $"--reuid={account}",
                $"--regid={account}",
                "--init-groups",
                "--pdeathsig=QUIT",
                "--",
            ],
        };
        return new ProcessStartInfo(
            setpriv ?? program,
            setpriv is null ? arguments : [.. before, program, .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
    }

#pragma warning disable SYSLIB1054 // one call without marshalling; generated code would need unsafe blocks
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
#pragma warning restore SYSLIB1054
}

public static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;
}
