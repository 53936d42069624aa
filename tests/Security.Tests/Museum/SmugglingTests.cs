using System.Collections.Concurrent;
using Banyan.Security.Tests.Caching;
using Banyan.Security.Tests.Smuggling;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Museum;

/// <summary>Kestrel CVE-2025-55315: what the proxy took for one request the server took for two, and somebody else got the answer of the second. The floor of the runtime is the first guard, these bytes are the second.</summary>
public sealed class SmugglingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// What the web server takes though a strict one would not: a zero with a sign, and a tab in an address. To it they are one request, and what
    /// follows is the next; the proxy takes neither.
    /// </summary>
    private static readonly string[] Taken = ["length +0", "length -0", "a target with a tab"];

    [Asvs("V4.2.1")]
    [Fact]
    public async Task Kestrel_2025_55315_one_request_never_becomes_two()
    {
        var counter = new Counter();
        await using var host = await StartAsync(counter);
        var port = host.BaseUrl.Port;
        using (var honest = await RawConnection.OpenAsync(port))
            (await honest.ExchangeAsync(Smuggled.TwoHonestOnes, Patience, 2)).Count.ShouldBe(2);
        counter.Seen.ShouldContain(Smuggled.Path);
        counter.Seen.Clear();
        var followed = 0;
        var wrong = new ConcurrentBag<string>();
        foreach (var some in Smuggled.All.Chunk(16))
            await Task.WhenAll(
                some.Select(async one =>
                {
                    var mark = Uri.EscapeDataString(one.Name);
                    using var connection = await RawConnection.OpenAsync(port);
                    var answers = await connection.ExchangeAsync(
                        one.Bytes + Smuggled.Follow(mark),
                        Patience
                    );
                    // What follows is answered for itself, or the connection is gone.
                    var second = answers.Count > 1 ? answers[1].Headers[Counter.Header] : null;
                    if (second == $"/?follow={mark}")
                        Interlocked.Increment(ref followed);
                    else if (
                        second is not null
                        || answers.Any(answer => answer.Status is 500 or > 505)
                    )
                        wrong.Add(one.Name);
                })
            );
        wrong.ShouldBe(Taken, ignoreOrder: true);
        counter.Seen.Count(seen => seen == Smuggled.Path).ShouldBe(Taken.Length);
        Figures.Add(
            "S10",
            $"{Smuggled.All.Count} requests that may be read as two, straight to the site: {Taken.Length} read as two ({string.Join(", ", Taken)}); {followed} connections went on, with their own answers"
        );
    }

    [Asvs("V4.2.1")]
    [Fact(
        Skip = "Needs nginx; ./test installs it.",
        SkipType = typeof(Nginx),
        SkipWhen = nameof(Nginx.IsMissing)
    )]
    public async Task Kestrel_2025_55315_behind_a_proxy_nobody_gets_the_answer_of_somebody_else()
    {
        var counter = new Counter();
        await using var host = await StartAsync(counter);
        using var nginx = await Nginx.BeforeAsync(host.BaseUrl, "proxy_ignore_client_abort on;");
        var (victims, wrong) = await ThroughAsync(nginx.Address.Port);
        wrong.ShouldBeEmpty();
        // What nginx itself reads as two it asks for twice; what counts is that the site reads the same as nginx.
        await SameAsync(counter, nginx);
        counter
            .Seen.Count(seen => seen.StartsWith("/?victim", StringComparison.Ordinal))
            .ShouldBe(victims);
        Figures.Add(
            "S10",
            $"{Smuggled.All.Count} requests that may be read as two, through nginx on one kept connection: the site read the same {counter.Seen.Count} as nginx, {victims} people between them got their own answers"
        );
    }

    [Fact]
    public async Task Each_kindness_that_lets_requests_through_is_seen()
    {
        var seen = new List<string>();
        foreach (var kindness in Enum.GetValues<Kindness>())
        {
            using var server = new NaiveServer(kindness);
            foreach (var some in Smuggled.All.Chunk(32))
                await Task.WhenAll(
                    some.Select(async one =>
                    {
                        using var connection = await RawConnection.OpenAsync(server.Port);
                        await connection.ExchangeAsync(
                            one.Bytes + Smuggled.Follow("x"),
                            TimeSpan.FromMilliseconds(20)
                        );
                    })
                );
            var through = server.Seen.Count(path => path == Smuggled.Path);
            through.ShouldBePositive($"{kindness}");
            seen.Add($"{kindness}: {through}");
        }
        Figures.Add(
            "S10",
            $"self-test: {seen.Count} web servers that are too kind, each seen: {string.Join(", ", seen)}"
        );
    }

    /// <summary>DataProtection CVE-2026-40372 (10.0.0 to 10.0.6) and Kestrel CVE-2025-55315 (before 10.0.0 was done) end at the oldest runtime on which the site starts.</summary>
    [Asvs("V15.2.1")]
    [Theory]
    [InlineData("9.0.16", false)]
    [InlineData("10.0.0", false)]
    [InlineData("10.0.6", false)]
    [InlineData("10.0.7", true)]
    [InlineData("10.0.12", true)]
    [InlineData("11.0.0", true)]
    public void Kestrel_2025_55315_and_DataProtection_2026_40372_no_older_runtime_starts_the_site(
        string runtime,
        bool starts
    )
    {
        var refused = Xunit.Record.Exception(() => RuntimeFloor.Hold(Version.Parse(runtime)));
        (refused is null).ShouldBe(starts);
        (refused is null or SettingProblem).ShouldBeTrue();
        Environment.Version.ShouldBeGreaterThanOrEqualTo(RuntimeFloor.Oldest);
    }

    private static Task<BanyanHost> StartAsync(Counter counter) =>
        BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Change = builder => builder.Services.AddSingleton<IStartupFilter>(counter),
            }
        );

    private static async Task SameAsync(Counter counter, Nginx nginx)
    {
        // nginx writes its line after the answer.
        for (var tries = 0; tries < 100 && nginx.Passed.Count != counter.Seen.Count; tries++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        string[] Counted(IEnumerable<string> all) =>
            [
                .. all.GroupBy(path => path, StringComparer.Ordinal)
                    .Select(path => $"{path.Count()} x {path.Key}")
                    .Order(StringComparer.Ordinal),
            ];
        Counted(counter.Seen).Except(Counted(nginx.Passed)).ShouldBeEmpty();
        Counted(nginx.Passed).Except(Counted(counter.Seen)).ShouldBeEmpty();
    }

    private static async Task<(int Victims, List<string> Wrong)> ThroughAsync(int port)
    {
        var victims = 0;
        var wrong = new List<string>();
        foreach (var (name, bytes) in Smuggled.All)
        {
            using (var attacker = await RawConnection.OpenAsync(port))
                foreach (
                    var answer in await attacker.ExchangeAsync(
                        bytes,
                        TimeSpan.FromMilliseconds(60),
                        1
                    )
                )
                    if (answer.Headers.GetValueOrDefault(Counter.Header) == Smuggled.Path)
                        wrong.Add($"{name}: the second request was answered");
            var mark = $"/?victim={++victims}";
            using var victim = await RawConnection.OpenAsync(port);
            var own = await victim.ExchangeAsync(
                $"GET {mark} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                TimeSpan.FromSeconds(5)
            );
            if (own.Count != 1 || own[0].Headers.GetValueOrDefault(Counter.Header) != mark)
                wrong.Add(
                    $"{name}: who came after it got {own.Count} answers: {(own.Count > 0 ? own[0].Status : 0)}"
                );
        }
        return (victims, wrong);
    }
}
