using System.Diagnostics;
using System.Net.Sockets;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>What is tried of the way out in a network of its own.</summary>
internal sealed class WayOutTrials(NameServer names, EveryAddress world)
{
    public async Task SeesAsync()
    {
        var reached = 0;
        foreach (var address in HostileAddresses.Addresses)
        {
            var before = world.All;
            using var socket = new Socket(
                address.AddressFamily,
                SocketType.Stream,
                ProtocolType.Tcp
            );
            try
            {
                await socket.ConnectAsync(address, 80, TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                // Nobody connects to a group of listeners, or to a whole network.
                continue;
            }
            await SeenAsync(before);
            reached++;
        }
        reached.ShouldBeGreaterThan(HostileAddresses.Addresses.Count * 3 / 4);
        world.Forbidden.Count.ShouldBe(reached);
        Figures.Add(
            "S5",
            $"addresses inside: {HostileAddresses.Addresses.Count} addresses and {HostileAddresses.Spellings.Count} spellings; {reached} of the addresses take a connection where the test looks"
        );
    }

    public async Task OursAsync()
    {
        using var client = Fetchers.Ours();
        await Fetchers.OursAsync(client, Cases.Control.Address);
        world.All.ShouldBe(Enum.GetValues<EgressPurpose>().Length);
        var cases = Cases.All(names).ToList();
        var caught = await Trial.RunAsync(world, cases, typed => Fetchers.OursAsync(client, typed));
        caught.ShouldBeEmpty();
        names.Asked.ShouldBeGreaterThan(HostileAddresses.Addresses.Count);
        Figures.Add(
            "S5",
            $"way out: {caught.Count} forbidden connections in {cases.Count} cases for each of {Enum.GetValues<EgressPurpose>().Length} purposes; {world.All} connections in all, {names.Asked} questions to the name server"
        );
    }

    public async Task NaiveAsync()
    {
        var trusting = await Trial.RunAsync(
            world,
            Cases.Typed().Concat(Cases.Named(names)),
            Fetchers.TrustingAsync
        );
        trusting.Count.ShouldBeGreaterThan(100);
        var twice = await Trial.RunAsync(world, Cases.Changing(names), Fetchers.LookingTwiceAsync);
        twice.ShouldNotBeEmpty();
        twice.ShouldAllBe(found => found.Case.Why.StartsWith("a name that turns"));
        var following = await Trial.RunAsync(
            world,
            Cases.Redirected(names),
            Fetchers.FollowingAsync
        );
        following.Count.ShouldBeGreaterThan(50);
        Figures.Add(
            "S5",
            $"way out, self-test: forbidden connections of three naive ones: {trusting.Count} (asks all), {twice.Count} (looks the name up twice), {following.Count} (judges the first address only)"
        );
    }

    public async Task EndlessAsync()
    {
        var limit = Duration.FromSeconds(1);
        using var client = Fetchers.Ours(new EgressOptions { Deadline = limit });
        foreach (var path in Answers.Endless)
        {
            WebAddress
                .TryRead($"http://open.example.org{path}", out var address, out _)
                .ShouldBeTrue();
            Answers.Forget();
            var before = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            var result = await client.GetAsync(
                address,
                EgressPurpose.SiteCheck,
                TestContext.Current.CancellationToken
            );
            // Ten times the deadline: a busy machine is no defect, a connection without an end is.
            watch.Elapsed.ShouldBeLessThan((limit * 10).ToTimeSpan(), path);
            result.ShouldBeOfType<EgressProblem>(path);
            // What lies on the way in the buffers of both ends is counted with it.
            Answers.Sent.ShouldBeLessThan(40L << 20, path);
            (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(120L << 20, path);
        }
        world.Forbidden.ShouldBeEmpty();
        Figures.Add(
            "S5",
            $"bodies without an end: {Answers.Endless.Count} kinds, each given up within the deadline and within the size"
        );
    }

    private async Task SeenAsync(int before)
    {
        for (var tries = 0; world.All == before && tries < 400; tries++)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
