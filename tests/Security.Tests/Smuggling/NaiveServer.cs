using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Banyan.Security.Tests.Smuggling;

/// <summary>What web servers did that were too kind.</summary>
internal enum Kindness
{
    FirstLength,
    LastLength,
    ChunksOverLength,
    LengthOverChunks,
    AnySpellingOfChunks,
    ExtensionToTheNextCrLf,
    LinesOfLf,
    NoBodyIsRead,
}

/// <summary>A web server made wrong on purpose.</summary>
internal sealed class NaiveServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Kindness kindness;

    public NaiveServer(Kindness kindness)
    {
        this.kindness = kindness;
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public ConcurrentQueue<string> Seen { get; } = [];

    public void Dispose() => listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var closing = socket;
        var text = "";
        var buffer = new byte[16_384];
        while (await socket.ReceiveAsync(buffer) is > 0 and var read)
        {
            text += Encoding.Latin1.GetString(buffer, 0, read);
            while (Take(ref text) is { } path)
            {
                Seen.Enqueue(path);
                await socket.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
            }
        }
    }

    /// <summary>Takes one request off; null where there is none.</summary>
    private string? Take(ref string text)
    {
        var line = kindness == Kindness.LinesOfLf ? "\n" : "\r\n";
        if (kindness == Kindness.LinesOfLf)
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.IndexOf(line + line, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var head = text[..end].Split(line);
        text = text[(end + 2 * line.Length)..];
        var lengths = head.Where(header =>
                header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
            )
            .Select(header => header.Split(':')[1].Split(',')[0].Trim())
            .Select(value =>
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                    ? length
                    : 0
            )
            .ToList();
        var chunked = head.Any(header =>
            kindness == Kindness.AnySpellingOfChunks
                ? header.Contains("chunked", StringComparison.OrdinalIgnoreCase)
                : header.Equals("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
        );
        if (kindness != Kindness.NoBodyIsRead)
            text =
                chunked && (lengths.Count == 0 || kindness != Kindness.LengthOverChunks)
                    ? AfterChunks(text)
                    : text[
                        Math.Min(
                            text.Length,
                            kindness == Kindness.LastLength
                                ? lengths.LastOrDefault()
                                : lengths.FirstOrDefault()
                        )..
                    ];
        return head[0].Split(' ') is [_, var path, ..] ? path : head[0];
    }

    private string AfterChunks(string text)
    {
        while (true)
        {
            var end = text.IndexOf("\r\n", StringComparison.Ordinal);
            var stop =
                kindness == Kindness.ExtensionToTheNextCrLf ? end : text.IndexOfAny(['\r', '\n']);
            if (
                end < 0
                || !int.TryParse(
                    text[..stop].Split(';')[0],
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var size
                )
            )
                return "";
            var start = stop + (text.AsSpan(stop).StartsWith("\r\n") ? 2 : 1);
            if (start + size + 2 > text.Length)
                return "";
            text = text[(start + size + 2)..];
            if (size == 0)
                return text;
        }
    }
}
