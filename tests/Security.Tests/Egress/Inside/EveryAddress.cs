using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>Listens on every address there is, and keeps which of them was connected to. It needs a network in which all addresses are local.</summary>
internal sealed class EveryAddress : IDisposable
{
    public static readonly IPAddress Public = IPAddress.Parse("198.41.0.4");
    public static readonly IPAddress PublicSix = IPAddress.Parse("2001:503:ba3e::2:30");

    private static readonly int[] Ports =
    [
        80,
        443,
        8080,
        8443,
        21,
        22,
        25,
        389,
        2375,
        5432,
        6379,
        8081,
        9200,
        11211,
    ];
    private readonly ConcurrentQueue<IPEndPoint> touched = new();
    private readonly List<TcpListener> listeners = [];

    public EveryAddress()
    {
        foreach (var port in Ports)
        {
            var listener = new TcpListener(IPAddress.IPv6Any, port);
            listener.Server.DualMode = true;
            listener.Start();
            listeners.Add(listener);
            _ = Task.Run(() => AcceptAsync(listener));
        }
    }

    public int All => touched.Count;

    /// <summary>Bytes that were handed to the network for the newest connection.</summary>
    public long Sent => Answers.Sent;

    /// <summary>Connections to where nobody may be sent: another address than the two public ones, or a port of another service.</summary>
    public IReadOnlyList<IPEndPoint> Forbidden =>
        [
            .. touched.Where(place =>
                (!place.Address.Equals(Public) && !place.Address.Equals(PublicSix))
                || place.Port is not (80 or 443 or 8080 or 8443)
            ),
        ];

    public void Dispose()
    {
        foreach (var listener in listeners)
            listener.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception problem) when (problem is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var stream = new NetworkStream(connection, ownsSocket: true);
        var place = (IPEndPoint)connection.LocalEndPoint!;
        touched.Enqueue(
            place.Address.IsIPv4MappedToIPv6
                ? new IPEndPoint(place.Address.MapToIPv4(), place.Port)
                : place
        );
        try
        {
            var path = await PathAsync(stream);
            await Answers.WriteAsync(stream, path);
        }
        catch (Exception problem)
            when (problem is IOException or SocketException or OperationCanceledException)
        {
            // The other side hung up, as it should.
        }
    }

    private static async Task<string> PathAsync(NetworkStream stream)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var head = new byte[16 * 1024];
        var read = 0;
        while (read < head.Length)
        {
            var more = await stream.ReadAsync(head.AsMemory(read), limit.Token);
            read += more;
            var text = Encoding.Latin1.GetString(head, 0, read);
            if (more == 0 || text.Contains("\r\n\r\n", StringComparison.Ordinal))
                return text.Split(' ') is [_, var path, ..] ? path : "";
        }
        return "";
    }
}
