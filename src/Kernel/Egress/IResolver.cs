using System.Net;

namespace Banyan.Kernel.Egress;

/// <summary>Turns a name into addresses. A seam, because tests need names that change their mind.</summary>
public interface IResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name, or nobody answers for it.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string asciiHost, CancellationToken cancellation);
}

internal sealed class DnsResolver : IResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string asciiHost,
        CancellationToken cancellation
    )
    {
        // The dot at the end keeps the search domains of this machine out of it.
        return await Dns.GetHostAddressesAsync(asciiHost + ".", cancellation)
            .WaitAsync(cancellation);
    }
}
