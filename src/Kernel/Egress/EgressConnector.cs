using System.Net;
using System.Net.Sockets;

namespace Banyan.Kernel.Egress;

/// <summary>Thrown inside the handler, where only exceptions get out.</summary>
internal sealed class EgressException(EgressProblemKind kind, Exception? inner = null)
    : IOException(kind.ToString(), inner)
{
    public EgressProblemKind Kind { get; } = kind;
}

/// <summary>Resolves once, judges every address, and connects to the judged address itself: between judging and connecting there is no second look-up that could answer otherwise.</summary>
internal sealed class EgressConnector(IResolver resolver, EgressOptions options)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        if (!options.AllowsPort(target.Port))
            throw new EgressException(EgressProblemKind.ForbiddenPort);
        var addresses = await ResolveAsync(target.Host, cancellation);
        if (addresses.Count == 0)
            throw new EgressException(EgressProblemKind.NoSuchName);
        // One forbidden address among public ones is enough: an honest name has none.
        if (!addresses.All(address => options.Allows(new IPEndPoint(address, target.Port))))
            throw new EgressException(EgressProblemKind.ForbiddenAddress);
        return await DialAsync(addresses, target.Port, cancellation);
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellation
    )
    {
        try
        {
            return await resolver.ResolveAsync(host, cancellation);
        }
        catch (SocketException problem)
        {
            var isAnswer =
                problem.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData;
            throw new EgressException(
                isAnswer ? EgressProblemKind.NoSuchName : EgressProblemKind.NoNetwork,
                problem
            );
        }
    }

    private static async Task<Stream> DialAsync(
        IReadOnlyList<IPAddress> addresses,
        int port,
        CancellationToken cancellation
    )
    {
        var failures = new List<SocketException>();
        // IPv4 first: many machines have IPv6 addresses that lead nowhere, and the deadline is short.
        foreach (var address in addresses.OrderBy(address => address.AddressFamily))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
            };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException problem)
            {
                socket.Dispose();
                failures.Add(problem);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        var noRoute = failures.All(failure =>
            failure.SocketErrorCode is SocketError.NetworkUnreachable or SocketError.NetworkDown
        );
        throw new EgressException(
            noRoute ? EgressProblemKind.NoNetwork : EgressProblemKind.ConnectionFailed,
            failures[^1]
        );
    }
}
