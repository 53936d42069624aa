namespace Banyan.Security.Tests.Smuggling;

/// <summary>Heads that two readers may end at two places, and bodies that somebody may leave lying on the connection.</summary>
internal static class OddLines
{
    public static IEnumerable<(string Name, string Bytes)> All =>
        [.. Lines(), .. Requests(), .. RefusedBeforeTheBody()];

    private static IEnumerable<(string, string)> Lines()
    {
        yield return ("bare LFs", $"GET / HTTP/1.1\nHost: {Smuggled.Host}\n\n{Smuggled.Second}");
        yield return ("bare CRs", $"GET / HTTP/1.1\rHost: {Smuggled.Host}\r\r{Smuggled.Second}");
        yield return (
            "an end of LF LF",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\n\n{Smuggled.Second}"
        );
        yield return (
            "an end of LF CRLF",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\n\r\n{Smuggled.Second}"
        );
        yield return (
            "an end of CR LF CR",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\n\r{Smuggled.Second}"
        );
        yield return (
            "a folded header that holds an end",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nX: y\r\n \n\n{Smuggled.Second}"
        );
        yield return (
            "a header without a colon",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nnothing\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a header without a name",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\n: x\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a space before a colon",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nX : y\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "NUL in a header",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nX: a\0b\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "CR in a header",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nX: a\rb\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a first line that is folded",
            $"GET /\r\n HTTP/1.1\r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}"
        );
    }

    private static IEnumerable<(string, string)> Requests()
    {
        yield return ("HTTP/0.9", $"GET /\r\n{Smuggled.Second}");
        yield return ("no version", $"GET / \r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}");
        foreach (
            var version in (string[])
                [
                    "HTTP/2.0",
                    "HTTP/1.2",
                    "HTTP/01.1",
                    "http/1.1",
                    "HTTP/1.1 ",
                    "HTTP/1.1\t",
                    "HTTP/ 1.1",
                    "XTTP/1.1",
                ]
        )
            yield return (
                $"version {version}",
                $"GET / {version}\r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}"
            );
        yield return (
            "the preface of HTTP/2",
            $"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "two hosts",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nHost: elsewhere\r\n\r\n{Smuggled.Second}"
        );
        yield return ("no host", $"GET / HTTP/1.1\r\n\r\n{Smuggled.Second}");
        yield return (
            "a host with an end",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\n\n{Smuggled.Second}"
        );
        yield return (
            "a target with a space",
            $"GET / x HTTP/1.1\r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a target with a tab",
            $"GET /\tx HTTP/1.1\r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a method with a sign",
            $"GE\u007fT / HTTP/1.1\r\nHost: {Smuggled.Host}\r\n\r\n{Smuggled.Second}"
        );
    }

    // What is refused before its body is read leaves the body lying on the connection.
    private static IEnumerable<(string, string)> RefusedBeforeTheBody()
    {
        var n = Smuggled.Second.Length;
        string[] types =
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
        ];
        foreach (
            var path in (string[])
                ["/sign-in", "/no-such-page", "/cases", "/css/base.css", "/?q=%00"]
        )
        foreach (var type in types)
        foreach (var origin in (string[])["", "Origin: https://elsewhere.example.org\r\n"])
            yield return (
                $"{path} {type} {origin.Trim()}",
                $"POST {path} HTTP/1.1\r\nHost: {Smuggled.Host}\r\n{origin}Content-Type: {type}\r\nContent-Length: {n}\r\n\r\n{Smuggled.Second}"
            );
        foreach (var method in (string[])["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "SUBSCRIBE"])
            yield return (
                $"{method} with a body",
                Smuggled
                    .Post($"Content-Length: {n}", Smuggled.Second)
                    .Replace("POST", method, StringComparison.Ordinal)
            );
        yield return (
            "another host",
            $"POST / HTTP/1.1\r\nHost: elsewhere\r\nContent-Length: {n}\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "a body in chunks",
            Smuggled.Chunked($"{Smuggled.Hex(n)}\r\n{Smuggled.Second}\r\n0\r\n\r\n")
        );
        yield return (
            "a socket of the web",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: {n}\r\n\r\n{Smuggled.Second}"
        );
        yield return (
            "HTTP/2 asked for",
            $"GET / HTTP/1.1\r\nHost: {Smuggled.Host}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: {n}\r\n\r\n{Smuggled.Second}"
        );
    }
}
