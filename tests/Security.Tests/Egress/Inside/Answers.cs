using System.IO.Compression;
using System.Text;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>What the servers of the test answer, by path: a page, a redirect, or something that never ends.</summary>
internal static class Answers
{
    private const int Unpacked = 64 * 1024 * 1024;
    private static readonly byte[] Block = new byte[64 * 1024];
    private static readonly Lazy<byte[]> Gzip = new(() =>
        Packed(stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
    );
    private static readonly Lazy<byte[]> Brotli = new(() =>
        Packed(stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true))
    );
    private static long sent;

    /// <summary>What never ends, or is far too much.</summary>
    public static IReadOnlyList<string> Endless { get; } =
    [
        "/silent",
        "/slow-head",
        "/endless-head",
        "/early-hints",
        "/slow-body",
        "/endless-body",
        "/promised",
        "/chunks",
        "/chunk-extension",
        "/bomb-gzip",
        "/bomb-brotli",
        "/bomb-twice",
        "/round",
    ];

    public static long Sent => Interlocked.Read(ref sent);

    public static void Forget() => Interlocked.Exchange(ref sent, 0);

    public static Task WriteAsync(Stream stream, string path)
    {
        if (path.StartsWith("/to/?", StringComparison.Ordinal))
            return TextAsync(
                stream,
                $"HTTP/1.1 302 Found\r\nLocation: {Uri.UnescapeDataString(path["/to/?".Length..])}\r\nContent-Length: 0\r\n\r\n"
            );
        const string ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        return path switch
        {
            "/silent" => Task.Delay(Timeout.Infinite),
            "/slow-head" => AgainAsync(stream, "HTTP/1.1 200 OK\r\nX-Slow: ", "a", wait: 50),
            "/endless-head" => AgainAsync(stream, "HTTP/1.1 200 OK\r\n", "X-Long: abc\r\n"),
            "/early-hints" => AgainAsync(stream, "", "HTTP/1.1 103 Early Hints\r\n\r\n"),
            "/slow-body" => AgainAsync(stream, $"{ok}\r\n", "a", wait: 50),
            "/endless-body" => EndlessAsync(stream, $"{ok}\r\n"),
            "/promised" => EndlessAsync(stream, $"{ok}Content-Length: 99999999999\r\n\r\n"),
            "/chunks" => AgainAsync(
                stream,
                $"{ok}Transfer-Encoding: chunked\r\n\r\n",
                "5\r\nabcde\r\n"
            ),
            "/chunk-extension" => AgainAsync(
                stream,
                $"{ok}Transfer-Encoding: chunked\r\n\r\n5;",
                "abc=def;"
            ),
            "/bomb-gzip" => BytesAsync(stream, $"{ok}Content-Encoding: gzip\r\n", Gzip.Value),
            "/bomb-brotli" => BytesAsync(stream, $"{ok}Content-Encoding: br\r\n", Brotli.Value),
            "/bomb-twice" => BytesAsync(
                stream,
                $"{ok}Content-Encoding: gzip, gzip\r\n",
                Gzip.Value
            ),
            "/round" => TextAsync(
                stream,
                "HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\n\r\n"
            ),
            _ => TextAsync(
                stream,
                $"{ok}Connection: close\r\n\r\n<title>A page that answers</title>"
            ),
        };
    }

    private static async Task AgainAsync(Stream stream, string first, string then, int wait = 0)
    {
        await TextAsync(stream, first);
        // Few and large packets where nobody waits, or the test measures the sending.
        var text = wait > 0 ? then : string.Concat(Enumerable.Repeat(then, 2000));
        while (true)
        {
            await TextAsync(stream, text);
            if (wait > 0)
                await Task.Delay(wait);
        }
    }

    private static async Task EndlessAsync(Stream stream, string head)
    {
        await TextAsync(stream, head);
        while (true)
            await SendAsync(stream, Block);
    }

    private static async Task BytesAsync(Stream stream, string head, byte[] body)
    {
        await TextAsync(stream, $"{head}Content-Length: {body.Length}\r\n\r\n");
        await SendAsync(stream, body);
    }

    private static Task TextAsync(Stream stream, string text) =>
        SendAsync(stream, Encoding.UTF8.GetBytes(text));

    private static async Task SendAsync(Stream stream, byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        Interlocked.Add(ref sent, bytes.Length);
    }

    private static byte[] Packed(Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            for (var written = 0; written < Unpacked; written += Block.Length)
                stream.Write(Block);
        return packed.ToArray();
    }
}
