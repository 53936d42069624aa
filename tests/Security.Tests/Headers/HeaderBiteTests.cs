using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Headers;

/// <summary>Each check sees what it is there to see.</summary>
public sealed class HeaderBiteTests
{
    private const string Strict =
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly (string Check, string Header, string? Value)[] Faults =
    [
        ("content-security-policy", "Content-Security-Policy", null),
        (
            "content-security-policy",
            "Content-Security-Policy",
            Strict.Replace(
                "script-src 'self'",
                "script-src 'self' 'unsafe-inline'",
                StringComparison.Ordinal
            )
        ),
        (
            "content-security-policy",
            "Content-Security-Policy",
            Strict.Replace(
                "style-src 'self'",
                "style-src https://fonts.example.org",
                StringComparison.Ordinal
            )
        ),
        (
            "content-security-policy",
            "Content-Security-Policy",
            Strict.Replace("; trusted-types 'none'", "", StringComparison.Ordinal)
        ),
        ("cookies", "Set-Cookie", "__Host-banyan=x; path=/; secure; samesite=lax"),
        ("cookies", "Set-Cookie", "__Host-banyan=x; path=/; httponly; samesite=lax"),
        ("cookies", "Set-Cookie", "__Host-banyan=x; path=/; secure; httponly"),
        ("cookies", "Set-Cookie", "banyan=x; path=/; secure; httponly; samesite=lax"),
        ("cross-origin-resource-sharing", "Access-Control-Allow-Origin", "*"),
        ("public-key-pinning", "Public-Key-Pins", "pin-sha256=\"x\""),
        ("redirection", "Location", "//elsewhere.example.org"),
        ("redirection", "Location", "https://elsewhere.example.org/"),
        ("referrer-policy", "Referrer-Policy", null),
        ("referrer-policy", "Referrer-Policy", "unsafe-url"),
        ("strict-transport-security", "Strict-Transport-Security", null),
        ("strict-transport-security", "Strict-Transport-Security", "max-age=60"),
        ("x-content-type-options", "X-Content-Type-Options", null),
        ("x-frame-options", "X-Frame-Options", null),
        ("x-xss-protection", "X-XSS-Protection", "1"),
        ("cross-origin-resource-policy", "Cross-Origin-Resource-Policy", null),
        ("cross-origin-opener-policy", "Cross-Origin-Opener-Policy", null),
        ("permissions-policy", "Permissions-Policy", null),
        ("cache-control", "Cache-Control", null),
        ("cache-control", "Cache-Control", "private, max-age=60"),
        ("content-type", "Content-Type", null),
        ("content-type", "Content-Type", "text/html"),
        ("content-type", "Content-Type", "text/plain; charset=utf-8"),
        ("content-type", "Content-Type", "application/xml"),
        ("server", "Server", "Kestrel"),
        ("server", "X-Powered-By", "ASP.NET"),
    ];

    [Fact]
    public async Task A_header_that_is_dropped_or_weak_is_told()
    {
        var dropped = new Dropped();
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<IStartupFilter>(dropped),
            https: true
        );
        using var ask = new Ask(world, Persona.Marie);
        var honest = await ask.SendAsync("GET", "/cases");
        honest.Status.ShouldBe(200);
        Observatory.Problems(honest).ShouldBeEmpty();
        foreach (var (check, header, value) in Faults)
        {
            (dropped.Name, dropped.Value) = (header, value);
            var heard = await ask.SendAsync("GET", "/cases");
            Observatory
                .Problems(heard)
                .ShouldHaveSingleItem($"{header}: {value}")
                .ShouldContain($": {check}: ", customMessage: $"{header}: {value}");
        }
        dropped.Name = null;
        (string Check, string Markup)[] pages =
        [
            ("subresource-integrity", "<script src=\"https://cdn.example.org/x.js\"></script>"),
            ("subresource-integrity", "<link rel=\"preload\" href=\"//fonts.example.org/x\" />"),
            (
                "subresource-integrity",
                "<img alt=\"\" src=\"http://elsewhere.example.org/x.png\" />"
            ),
            ("inline", "<script>alert(1)</script>"),
            ("inline", "<p style=\"color:red\">"),
            ("inline", "<img src=\"/mark.svg\" onload=\"x()\" />"),
        ];
        foreach (var (check, markup) in pages)
            Observatory
                .Problems(honest with { Body = honest.Body + markup })
                .ShouldHaveSingleItem(markup)
                .ShouldContain($": {check}: ", customMessage: markup);
        Observatory
            .Problems(
                honest with
                {
                    Body = honest.Body.Replace(
                        "\"/sign-out\"",
                        "\"/out\"",
                        StringComparison.Ordinal
                    ),
                }
            )
            .ShouldHaveSingleItem()
            .ShouldContain(": sign-out: ");
        Faults
            .Select(fault => fault.Check)
            .Concat(pages.Select(page => page.Check))
            .Append("sign-out")
            .Distinct()
            .ShouldBe(Observatory.Checks.Keys, ignoreOrder: true);
        Figures.Add(
            "S4",
            $"self-test: {Faults.Length + pages.Length} headers and pages spoilt on purpose, each told by its check"
        );
    }
}
