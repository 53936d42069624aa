using System.Runtime.CompilerServices;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>A network in which every address there is leads to this machine, and the name server is the test's. The test is started there once more, as a process of its own.</summary>
internal static class OwnNetwork
{
    private const string Mark = "BANYAN_TEST_NETWORK";

    private const string Scene = """
        ip link set lo up
        ip route add local default dev lo
        ip -6 route add local default dev lo
        mount --bind "$1" /etc/resolv.conf
        shift
        exec "$@"
        """;

    /// <summary>This process is the run within the run.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable(Mark) == "own";

    public static async Task RunAsync(
        Func<NameServer, EveryAddress, Task> trial,
        [CallerMemberName] string test = ""
    )
    {
        if (IsHere)
        {
            using var names = new NameServer();
            using var world = new EveryAddress();
            Cases.Publish(names);
            await trial(names, world);
            return;
        }
        Assert.SkipUnless(
            Programs.AllRequired || (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()),
            "Needs a network of its own, which root of a Linux can make."
        );
        await StartThereAsync(test);
    }

    private static async Task StartThereAsync(string test)
    {
        var resolver = Path.Combine(TemporaryFolder.New("names"), "resolv.conf");
        await File.WriteAllTextAsync(
            resolver,
            "nameserver 127.0.0.1\noptions timeout:2 attempts:2\n"
        );
        using var inside = ChildProcess.Start(
            null,
            "unshare",
            "--net",
            "--mount",
            "sh",
            "-ec",
            Scene,
            "sh",
            resolver,
            "env",
            $"{Mark}=own",
            "dotnet",
            typeof(OwnNetwork).Assembly.Location,
            "--no-progress",
            "--no-ansi",
            "--filter-method",
            $"{typeof(EgressTests).FullName}.{test}"
        );
        // A watchdog, not a measure: a way out that hangs is a defect too.
        var halves = 2 * SecurityRounds.Of(1200, 240);
        for (; halves > 0 && !inside.HasEnded; halves--)
            await Task.Delay(500, TestContext.Current.CancellationToken);
        var lines = inside.Said.Split('\n', StringSplitOptions.TrimEntries);
        lines.ShouldContain("succeeded: 1", inside.Said);
        lines.ShouldContain("failed: 0", inside.Said);
    }
}
