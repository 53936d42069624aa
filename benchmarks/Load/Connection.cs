using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Banyan.Benchmarks.Load;

/// <summary>One connection of HTTP/1.1, kept alive, that reads answers to their end and keeps nothing of them: it shares the machine with what it measures.</summary>
internal sealed class Connection(IPEndPoint end) : IDisposable
{
    private static readonly byte[] s_headEnd = "\r\n\r\n"u8.ToArray();
    private readonly byte[] buffer = new byte[64 * 1024];
    private Socket? socket;
    private int from;
    private int to;

    /// <summary>How many bytes the last answer had, without its head.</summary>
    public long Length { get; private set; }

    /// <summary>Sends a request and reads its answer. Returns the status.</summary>
    /// <exception cref="IOException">The server hung up within the answer.</exception>
    public int Exchange(ReadOnlySpan<byte> request)
    {
        socket ??= Open();
        while (request.Length > 0)
            request = request[socket.Send(request)..];
        Length = 0;
        return Answer();
    }

    public void Dispose() => socket?.Dispose();

    private Socket Open()
    {
        var opened = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = 30_000,
        };
        opened.Connect(end);
        return opened;
    }

    private int Answer()
    {
        int headLength;
        while ((headLength = buffer.AsSpan(from, to - from).IndexOf(s_headEnd)) < 0)
            Fill();
        var head = buffer.AsSpan(from, headLength + 2);
        from += headLength + s_headEnd.Length;
        _ = Utf8Parser.TryParse(head[9..], out int status, out _);
        var length = Number(head, "content-length:"u8);
        var chunked = IndexOf(head, "transfer-encoding: chunked"u8) >= 0;
        var closes = IndexOf(head, "connection: close"u8) >= 0;
        if (status is 204 or 304)
            length = 0;
        else if (chunked)
            SkipChunks();
        if (!chunked)
            Skip(length);
        if (closes)
            (socket, from, to) = (Closed(), 0, 0);
        return status;
    }

    private void SkipChunks()
    {
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(from, to - from).IndexOf("\r\n"u8)) < 0)
                Fill();
            _ = Utf8Parser.TryParse(buffer.AsSpan(from, line), out int size, out _, 'x');
            from += line + 2;
            Skip(size);
            Length -= 2;
            Skip(2);
            if (size == 0)
                return;
        }
    }

    private void Skip(long bytes)
    {
        Length += bytes;
        while (bytes > 0)
        {
            if (from == to)
                Fill();
            var part = (int)Math.Min(bytes, to - from);
            from += part;
            bytes -= part;
        }
    }

    private void Fill()
    {
        if (from == to)
            (from, to) = (0, 0);
        else if (to == buffer.Length)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
        }
        var read = socket!.Receive(buffer, to, buffer.Length - to, SocketFlags.None);
        if (read == 0)
        {
            (socket, from, to) = (Closed(), 0, 0);
            throw new IOException("The server hung up.");
        }
        to += read;
    }

    private Socket? Closed()
    {
        socket?.Dispose();
        return null;
    }

    private static long Number(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) =>
        IndexOf(head, name) is >= 0 and var at
        && Utf8Parser.TryParse(
            head[(at + name.Length)..].TrimStart((byte)' '),
            out long value,
            out _
        )
            ? value
            : 0;

    // Kestrel writes names in their usual spelling; a proxy before it may not.
    private static int IndexOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> wanted)
    {
        for (var at = 0; at + wanted.Length <= head.Length; at++)
            if (
                (at == 0 || head[at - 1] == '\n')
                && Ascii.EqualsIgnoreCase(head.Slice(at, wanted.Length), wanted)
            )
                return at;
        return -1;
    }
}
