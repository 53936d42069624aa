using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Benchmarks.Programs;

/// <summary>A server under measurement, as a process of its own on a port of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly ChildProcess process;

    private RunningProgram(ChildProcess process, int port) =>
        (this.process, Port) = (process, port);

    public int Port { get; }
    public IPEndPoint End => new(IPAddress.Loopback, Port);
    public Uri Address =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}"));

    /// <summary>The published program where there is one, else the built one; beside it nothing but its settings is ours.</summary>
    public static string Banyan { get; } =
        Environment.GetEnvironmentVariable("BANYAN_PROGRAM")
        ?? System.IO.Path.Combine(
            Repository.Root,
            "src",
            "Banyan",
            "bin",
            Configuration,
            "net10.0",
            "banyan"
        );

    public static RunningProgram StartBanyan(params string[] settings)
    {
        var port = BanyanHost.FreePort();
        return new RunningProgram(
            ChildProcess.Start(
                null,
                Banyan,
                [
                    "serve",
                    .. settings,
                    string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{port}"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--Banyan:BaseUrl=http://localhost:{port}"
                    ),
                ]
            ),
            port
        );
    }

    public static RunningProgram StartCeiling()
    {
        var port = BanyanHost.FreePort();
        return new RunningProgram(
            ChildProcess.Start(
                null,
                Environment.ProcessPath!,
                CeilingHost.Word,
                port.ToString(CultureInfo.InvariantCulture)
            ),
            port
        );
    }

    /// <summary>How long it takes until this path is answered with 200, from now on.</summary>
    public TimeSpan UntilAnswered(string path)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new Load.Connection(End);
                if (connection.Exchange(Load.Request.Get(path)) == 200)
                    return watch.Elapsed;
            }
            catch (Exception problem)
                when (problem is SocketException or IOException && watch.Elapsed < s_patience)
            {
                // Not up yet.
            }
            if (process.HasEnded || watch.Elapsed > s_patience)
                throw new InvalidOperationException($"It did not come up: {process.Said}");
            Thread.Sleep(5);
        }
    }

    /// <summary>What the process holds in memory, in MiB; null where the system does not tell.</summary>
    public double? Memory()
    {
        var status = $"/proc/{process.Id}/status";
        if (!File.Exists(status))
            return null;
        var line = File.ReadLines(status)
            .First(each => each.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose() => process.Dispose();

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
