using System.Net;
using Banyan.Testing;

namespace Banyan.Web.Tests.Requests;

/// <summary>What every answer carries, and which requests are turned away before anything is routed.</summary>
public sealed class HeadersTests
{
    private static readonly string[] Ephemeral = ["Date", "Transfer-Encoding"];

    [Theory]
    [EachDatabase]
    public async Task Every_answer_carries_the_strict_headers(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var visitor = host.NewVisitor();
        using var response = await visitor.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response
            .Headers.Where(header => !Ephemeral.Contains(header.Key))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value))
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["Cache-Control"] = "no-store",
                    ["Content-Security-Policy"] =
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'",
                    ["Cross-Origin-Opener-Policy"] = "same-origin",
                    ["Cross-Origin-Resource-Policy"] = "same-origin",
                    ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()",
                    ["Referrer-Policy"] = "same-origin",
                    ["X-Content-Type-Options"] = "nosniff",
                    ["X-Frame-Options"] = "DENY",
                },
                ignoreOrder: true
            );
    }
}
