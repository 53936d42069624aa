using System.Net;
using System.Net.Sockets;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>The network between two machines. Cut, it carries nothing more, and tells neither of them so.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int source;
    private volatile bool isCut;

    /// <param name="source">The port of the loopback to which it leads.</param>
    public Wire(int source)
    {
        this.source = source;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Cut() => isCut = true;

    public void Dispose()
    {
        isCut = false;
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, source);
                await Task.WhenAny(
                    CarryAsync(near.GetStream(), far.GetStream()),
                    CarryAsync(far.GetStream(), near.GetStream())
                );
            }
            catch (SocketException)
            {
                // Nobody is there; the other end sees a connection that is closed.
            }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var piece = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(piece) is var length and > 0)
            {
                while (isCut)
                    await Task.Delay(20);
                await to.WriteAsync(piece.AsMemory(0, length));
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }
}
