using System.Net;
using NodaTime;

namespace Banyan.Kernel.Egress;

/// <summary>The bounds of every request to the outside.</summary>
public sealed record EgressOptions
{
    /// <summary>The address of this installation, named in the User-Agent so that webmasters know whom to write to.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>For all hops together.</summary>
    public Duration Deadline { get; init; } = Duration.FromSeconds(10);

    /// <summary>Bytes, on the wire and again after decompression.</summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Redirects after the first address.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Doors in the wall for a server on this machine, in tests and in the demo. Empty in production, always.</summary>
    public IReadOnlySet<IPEndPoint> AllowedForTests { get; init; } = new HashSet<IPEndPoint>();

    internal bool AllowsPort(int port) =>
        port is 80 or 443 or 8080 or 8443 || AllowedForTests.Any(door => door.Port == port);

    internal bool Allows(IPEndPoint endPoint) =>
        AllowedForTests.Contains(endPoint)
        || ForbiddenAddresses.Judge(endPoint.Address) == AddressKind.Public;
}
