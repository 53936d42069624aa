using System.Net;
using Banyan.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Requests;

/// <summary>What every answer carries.</summary>
public sealed class HeadersTests
{
    private static readonly Dictionary<string, string> Strict = new(StringComparer.Ordinal)
    {
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
    };

    private static readonly string[] OfTheConnection = ["Date", "Transfer-Encoding"];

    [Fact]
    public async Task The_front_page_carries_these_headers_and_no_others()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var response = await visitor.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        HeadersOf(response)
            .ShouldBe(
                new Dictionary<string, string>(Strict, StringComparer.Ordinal)
                {
                    ["Cache-Control"] = "no-store",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Every_address_without_parameters_carries_the_strict_headers()
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Development = true }
        );
        using var visitor = host.NewVisitor();
        var paths = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        paths.ShouldContain("/");
        foreach (var path in paths)
        {
            using var response = await visitor.GetAsync(path);
            ShouldBeStrict(response, path);
        }
    }

    [Theory]
    [InlineData("/there-is-no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/?q=%00", HttpStatusCode.BadRequest)]
    public async Task An_answer_that_says_no_carries_the_strict_headers(
        string path,
        HttpStatusCode status
    )
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var response = await visitor.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        ShouldBeStrict(response, path);
    }

    /// <summary>The public keys, which other sites read.</summary>
    private const string Keys = "/.well-known/jwks.json";

    private static Dictionary<string, string> Anywhere =>
        new(Strict) { ["Cross-Origin-Resource-Policy"] = "cross-origin" };

    private static void ShouldBeStrict(HttpResponseMessage response, string path) =>
        HeadersOf(response)
            .Where(header => Strict.ContainsKey(header.Key))
            .ToDictionary(StringComparer.Ordinal)
            .ShouldBe(path == Keys ? Anywhere : Strict, ignoreOrder: true, path);

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) =>
        response
            .Headers.Where(header => !OfTheConnection.Contains(header.Key))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
}
