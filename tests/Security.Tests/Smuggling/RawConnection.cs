using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Banyan.Security.Tests.Smuggling;

/// <summary>One connection, on which bytes are sent as they are and answers are read as RFC 9112 counts them.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> heard = [];

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(
            IPAddress.Loopback,
            port,
            TestContext.Current.CancellationToken
        );
        return connection;
    }

    /// <summary>Sends, and reads until the other side closes, the given number of answers came, or nothing came for that long.</summary>
    public async Task<IReadOnlyList<RawAnswer>> ExchangeAsync(
        string bytes,
        TimeSpan patience,
        int answers = int.MaxValue
    )
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(bytes));
            var buffer = new byte[16_384];
            while (RawAnswer.In(heard).Count < answers)
            {
                using var waiting = new CancellationTokenSource(patience);
                var read = await socket.ReceiveAsync(buffer, waiting.Token);
                if (read == 0)
                    break;
                heard.AddRange(buffer.AsSpan(0, read));
            }
        }
        // It said no and went away, or waits for what never comes.
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        { }
        return RawAnswer.In(heard);
    }

    public void Dispose() => socket.Dispose();
}

internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The answers that these bytes hold, the last one also where its body is not whole.</summary>
    public static IReadOnlyList<RawAnswer> In(IReadOnlyList<byte> bytes)
    {
        var text = Encoding.Latin1.GetString([.. bytes]);
        var answers = new List<RawAnswer>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
            if (end < 0 || !text.AsSpan(at).StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                break;
            var lines = text[at..end].Split("\r\n");
            var answer = new RawAnswer(
                int.Parse(lines[0].AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture),
                lines
                    .Skip(1)
                    .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                    .GroupBy(line => line[0], StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(
                        line => line.Key,
                        line => line.First()[1],
                        StringComparer.OrdinalIgnoreCase
                    )
            );
            at = answer.EndOf(text, end + 4);
            if (answer.Status >= 200)
                answers.Add(answer);
        }
        return answers;
    }

    private int EndOf(string text, int body)
    {
        if (Headers.TryGetValue("Content-Length", out var length))
            return body + int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!Headers.ContainsKey("Transfer-Encoding"))
            return Status is 204 or 304 or < 200 ? body : text.Length;
        while (true)
        {
            var line = text.IndexOf("\r\n", body, StringComparison.Ordinal);
            if (line < 0)
                return text.Length;
            var size = int.Parse(
                text.AsSpan(body, line - body),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            );
            body = line + 2 + size + 2;
            if (size == 0)
                return body;
            if (body > text.Length)
                return text.Length;
        }
    }
}
