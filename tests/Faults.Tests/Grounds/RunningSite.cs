using System.Diagnostics;
using System.Globalization;
using System.Net;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>The real program as a process of its own, at one address for as many lives as it has.</summary>
internal sealed class RunningSite : IDisposable
{
    /// <summary>How long people wait for an answer.</summary>
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string[] arguments;
    private ChildProcess? process;

    private RunningSite(Uri address, string[] arguments) =>
        (Address, this.arguments) = (address, arguments);

    public Uri Address { get; }
    public string Said => process?.Said ?? "";
    public bool HasEnded => process is null or { HasEnded: true };
    public int ProcessId => process!.Id;

    /// <summary>The published program where there is one, else the built one.</summary>
    private static string Program { get; } =
        Environment.GetEnvironmentVariable("BANYAN_PROGRAM") is { Length: > 0 } published
            ? published + ".dll"
            : Path.Combine(AppContext.BaseDirectory, "banyan.dll");

    public static RunningSite On(Ground ground, params string[] further)
    {
        var address = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{BanyanHost.FreePort()}")
        );
        return new RunningSite(
            address,
            [
                Program,
                $"--urls={address.GetLeftPart(UriPartial.Authority)}",
                $"--Banyan:BaseUrl={address}",
                $"--Banyan:Data={ground.Data}",
                $"--Banyan:Database={ground.Database}",
                // All clients of a test have one address.
                "--Banyan:FormsPerMinute=0",
                "--environment=Production",
                .. further,
            ]
        );
    }

    public void Start() => process = ChildProcess.Start(null, "dotnet", arguments);

    /// <param name="under">The command that starts it and looks on.</param>
    public void Start(string[] under) =>
        process = ChildProcess.Start(null, under[0], [.. under.Skip(1), "dotnet", .. arguments]);

    /// <summary>Tells the program to stop; who looks on ends with it.</summary>
    public void StopTraced()
    {
        foreach (var program in ChildProcess.ChildrenOf(ProcessId))
            ChildProcess.Signal(program, Signals.Terminate);
        for (var tries = 0; !HasEnded && tries < 600; tries++)
            Thread.Sleep(50);
        Stop(Signals.Kill);
    }

    /// <summary>Waits until a page with something of the database on it comes, and says how long that took.</summary>
    /// <exception cref="TimeoutException">It does not come.</exception>
    public async Task<TimeSpan> WaitAsync(string path = "/", TimeSpan? atMost = null)
    {
        using var http = Client();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < (atMost ?? Patience))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return watch.Elapsed;
            }
            catch (HttpRequestException) when (!HasEnded)
            {
                // Not listening yet.
            }
            await Task.Delay(10);
        }
        throw new TimeoutException($"{Address} does not come up: {Said}");
    }

    public async Task<TimeSpan> StartAndWaitAsync(string path = "/")
    {
        Start();
        return await WaitAsync(path);
    }

    /// <summary>The end that nothing in the program can see coming.</summary>
    public void Kill() => Stop(Signals.Kill);

    public void Stop(int signal = Signals.Terminate)
    {
        process?.Stop(signal);
        process?.Dispose();
        process = null;
    }

    public void Dispose() => Stop();

    public static HttpClient Client()
    {
#pragma warning disable RS0030 // the client of the tests, to the site under test alone
        return new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Patient,
        };
#pragma warning restore RS0030
    }
}
