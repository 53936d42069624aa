using System.Globalization;

namespace Banyan.Security.Tests.Smuggling;

/// <summary>Requests that two readers may take for one and for two. The second one is always for <see cref="Path"/>, so that it is known when somebody took it for one.</summary>
internal static class Smuggled
{
    public const string Path = "/smuggled";
    public const string Host = "localhost";

    private const string Unknown = "Transfer_Encoding: chunked";

    public const string Second = $"GET {Path} HTTP/1.1\r\nHost: {Host}\r\n\r\n";
    private static readonly string AfterNothing = $"0\r\n\r\n{Second}";

    /// <summary>What every reader has to take for two: without it nothing would be shown.</summary>
    public static readonly string TwoHonestOnes = $"GET / HTTP/1.1\r\nHost: {Host}\r\n\r\n{Second}";

    /// <summary>What somebody sends behind it on the same connection.</summary>
    public static string Follow(string mark) =>
        $"GET /?follow={mark} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n";

    public static IReadOnlyList<(string Name, string Bytes)> All { get; } =
    [.. Lengths(), .. BothLengths(), .. Chunks(), .. OddLines.All];

    private static IEnumerable<(string, string)> Lengths()
    {
        var n = Second.Length;
        yield return (
            "two lengths, the first 0",
            Post($"Content-Length: 0\r\nContent-Length: {n}", Second)
        );
        yield return (
            "two lengths, the second 0",
            Post($"Content-Length: {n}\r\nContent-Length: 0", Second)
        );
        string[] values =
        [
            $"0, {n}",
            $"{n}, 0",
            "+0",
            "-0",
            "0x0",
            "0 0",
            "0;",
            "0\u000b",
            "0\0",
            "",
            "-1",
            "0.0",
            "0e0",
            "\"0\"",
            "18446744073709551616",
            "\u00b2",
        ];
        foreach (var value in values)
            yield return ($"length {value}", Post($"Content-Length: {value}", Second));
        foreach (
            var name in (string[])
                [
                    "Content-Length ",
                    "Content_Length",
                    "Content-Length\t",
                    "Content-Length\0",
                    " Content-Length",
                ]
        )
            yield return (
                $"length named '{name}'",
                Post($"X: y\r\n{name}: 0\r\nContent-Length: {n}", Second)
            );
        yield return (
            "length folded",
            Post($"Content-Length:\r\n 0\r\nContent-Length: {n}", Second)
        );
        yield return (
            "length behind a bare CR",
            Post($"X: y\rContent-Length: 0\r\nContent-Length: {n}", Second)
        );
        yield return (
            "length behind a bare LF",
            Post($"X: y\nContent-Length: 0\r\nContent-Length: {n}", Second)
        );
        yield return (
            "length that the connection drops",
            Post($"Connection: Content-Length\r\nContent-Length: {n}", Second)
        );
        yield return (
            "a body to a GET",
            Post($"Content-Length: {n}", Second).Replace("POST", "GET", StringComparison.Ordinal)
        );
        yield return (
            "a body that waits for 100",
            Post($"Expect: 100-continue\r\nContent-Length: {n}", Second)
        );
        yield return (
            "a body that waits for something else",
            Post($"Expect: 200-ok\r\nContent-Length: {n}", Second)
        );
    }

    private static IEnumerable<(string, string)> BothLengths()
    {
        string[] encodings =
        [
            "Transfer-Encoding: chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: chunKED",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding\t: chunked",
            Unknown,
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: chunked;q=0",
            "Transfer-Encoding: chunked\u000b",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding: chunked\0",
            "Transfer-Encoding: ,chunked",
            "Transfer-Encoding: \u00a0chunked",
            "Transfer-Encoding:\r\n chunked",
            "X: y\r\n Transfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "X: y\0Transfer-Encoding: chunked",
            "Transfer-Encoding: cow\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow",
            "Transfer-Encoding\r\n: chunked",
        ];
        var chunk = $"{Hex(Second.Length)}\r\n{Second}\r\n0\r\n\r\n";
        foreach (var encoding in encodings)
        {
            yield return (
                $"length and {encoding}",
                Post($"Content-Length: {AfterNothing.Length}\r\n{encoding}", AfterNothing)
            );
            // A name that says nothing is no length: what follows the four bytes is a request.
            if (encoding != Unknown)
                yield return (
                    $"{encoding} and length",
                    Post($"{encoding}\r\nContent-Length: 4", chunk)
                );
        }
        yield return (
            "chunks in HTTP/1.0",
            Post(
                    $"Content-Length: {AfterNothing.Length}\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked",
                    AfterNothing
                )
                .Replace("HTTP/1.1\r\nHost", "HTTP/1.0\r\nHost", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string, string)> Chunks()
    {
        // Whoever ends the line at the sign reads a chunk of 2 and one that holds the rest; whoever goes on to the next CRLF
        // takes "45" for the 2, the 0 for the end, and what follows for a request (CVE-2025-55315).
        var rest = $"{Hex(AfterNothing.Length)}\r\n{AfterNothing}\r\n0\r\n\r\n";
        foreach (var sign in (string[])["\n", "\r", "\n\n", "\n ", "\r ", "\ra"])
        foreach (var extension in (string[])[";", ";a", ";a=b", ";a=\"b", ";a=\"b\""])
            yield return (
                $"extension {extension} and {Uri.EscapeDataString(sign)}",
                Chunked($"2{extension}{sign}xx\r\n{rest}")
            );
        // The other way about: whoever goes on takes it for the body.
        var whole = $"\r\n0\r\n\r\n{Second}";
        foreach (var sign in (string[])["\n", "\r"])
            yield return (
                $"end behind an extension and {Uri.EscapeDataString(sign)}",
                Chunked($"{Hex(whole.Length)};{sign}{whole}\r\n0\r\n\r\n")
            );
        string[] sizes =
        [
            "0x0",
            "+0",
            "-0",
            "-1",
            "",
            " ",
            "0 0",
            "0\u000b",
            "g",
            "10000000000000000",
            "100000000",
            "0,",
        ];
        foreach (var size in sizes)
            yield return ($"chunk of {size}", Chunked($"{size}\r\n\r\n{Second}0\r\n\r\n"));
        yield return ("chunk line of a bare LF", Chunked($"0\n\n{Second}"));
        yield return ("chunk line of LF, then CRLF", Chunked($"0\n\r\n{Second}"));
        yield return ("chunk line of a bare CR", Chunked($"0\r\r{Second}"));
        yield return ("more in a chunk than it says", Chunked($"2\r\nabc\r\n0\r\n\r\n{Second}"));
        yield return ("nothing behind a chunk", Chunked($"2\r\nab0\r\n\r\n{Second}"));
        yield return ("LF behind a chunk", Chunked($"2\r\nab\n0\r\n\r\n{Second}"));
        yield return ("a request for a trailer", Chunked($"0\r\n{Second}"));
        yield return (
            "a length for a trailer",
            Chunked($"0\r\nContent-Length: {Second.Length}\r\nX\n\n{Second}")
        );
        yield return ("a trailer with a bare LF", Chunked($"0\r\nX: y\n\n{Second}"));
        yield return (
            "a trailer with a space before its colon",
            Chunked($"0\r\nX : y\r\n\r\n{Second}")
        );
    }

    public static string Post(string headers, string body) =>
        $"POST / HTTP/1.1\r\nHost: {Host}\r\n{headers}\r\n\r\n{body}";

    public static string Chunked(string body) => Post("Transfer-Encoding: chunked", body);

    public static string Hex(int length) => length.ToString("x", CultureInfo.InvariantCulture);
}
