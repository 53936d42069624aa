using System.Globalization;
using System.Text;

namespace Banyan.Benchmarks.Load;

/// <summary>The bytes of requests, made before the clock runs.</summary>
internal static class Request
{
    private const string Host = "localhost";

    public static byte[] Get(string path, string? cookie = null, params string[] headers) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\n{Common(cookie)}{Lines(headers)}\r\n");

    /// <summary>A form as a browser on our own page sends it.</summary>
    public static byte[] Post(
        string path,
        string cookie,
        params IReadOnlyList<(string Name, string Value)> fields
    )
    {
        var body = string.Join(
            '&',
            fields.Select(field =>
                $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"
            )
        );
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\n{Common(cookie)}Sec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + $"Content-Length: {length}\r\n\r\n{body}"
        );
    }

    private static string Common(string? cookie) =>
        $"Host: {Host}\r\nAccept: text/html\r\n" + (cookie is null ? "" : $"Cookie: {cookie}\r\n");

    private static string Lines(string[] headers) =>
        string.Concat(headers.Select(header => header + "\r\n"));
}
