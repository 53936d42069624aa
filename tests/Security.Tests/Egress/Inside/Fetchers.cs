using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>Our way out, and three of those that people write first. The tests that let ours pass must catch the others.</summary>
internal static class Fetchers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static EgressClient Ours(EgressOptions? options = null) =>
        new(
            new DnsResolver(),
            options ?? new EgressOptions(),
            new TestClock(),
            NullLogger<EgressClient>.Instance
        );

    /// <summary>Only what the pages take for an address is ever asked, as in the features that fetch.</summary>
    public static async Task OursAsync(EgressClient client, string typed)
    {
        if (!WebAddress.TryRead(typed, out var address, out _))
            return;
        foreach (var purpose in Enum.GetValues<EgressPurpose>())
            await client.GetAsync(address, purpose, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks whatever it is told to.</summary>
    public static Task TrustingAsync(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address)
            ? GetAsync(address, follow: true)
            : Task.CompletedTask;

    /// <summary>Looks the name up and judges it; then connects by the name, which is looked up a second time.</summary>
    public static async Task LookingTwiceAsync(string typed)
    {
        if (await LooksPublicAsync(typed) is { } address)
            await GetAsync(address, follow: false);
    }

    /// <summary>Judges the address it was given, and not those that it is sent to.</summary>
    public static async Task FollowingAsync(string typed)
    {
        if (await LooksPublicAsync(typed) is { } address)
            await GetAsync(address, follow: true);
    }

    private static async Task<Uri?> LooksPublicAsync(string typed)
    {
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.Host.Length == 0)
            return null;
        try
        {
            var found = await Dns.GetHostAddressesAsync(address.IdnHost);
            return found.All(one => ForbiddenAddresses.Judge(one) == AddressKind.Public)
                ? address
                : null;
        }
        catch (Exception problem)
            when (problem is System.Net.Sockets.SocketException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task GetAsync(Uri address, bool follow)
    {
#pragma warning disable RS0030 // what the house has no second one of, in a network without a way out
        using var client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = follow, UseProxy = false }
        );
#pragma warning restore RS0030
        client.Timeout = Patience;
        try
        {
            using var answer = await client.GetAsync(address);
        }
        catch (Exception problem)
            when (problem
                    is HttpRequestException
                        or OperationCanceledException
                        or NotSupportedException
                        or InvalidOperationException
                        or ArgumentException
                        or UriFormatException
            )
        {
            // Whether it came through is seen at the other end.
        }
    }
}
