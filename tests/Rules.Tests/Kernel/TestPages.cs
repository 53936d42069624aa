using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Banyan.Rules.Tests.Kernel;

/// <summary>What the test site answers, by path.</summary>
internal static class TestPages
{
    private const string Accents = "<p>Señoras y señores, ¿cómo están?</p>";

    public static Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/to/", StringComparison.Ordinal))
            return RedirectAsync(
                context,
                Uri.UnescapeDataString(context.Request.QueryString.Value![1..])
            );
        return path switch
        {
            "/hello" => TextAsync(
                context,
                "text/html; charset=utf-8",
                Encoding.UTF8.GetBytes("<title>Hello</title>")
            ),
            "/missing" => MissingAsync(context),
            "/loop" => RedirectAsync(context, "/loop"),
            "/three" => RedirectAsync(context, "/two"),
            "/two" => RedirectAsync(context, "/one"),
            "/one" => RedirectAsync(context, "/hello"),
            "/four" => RedirectAsync(context, "/three"),
            "/cookie" => CookieAsync(context),
            "/slow" => SlowAsync(context),
            "/endless" => EndlessAsync(context),
            "/promised" => PromisedAsync(context),
            "/gzip" => CompressedAsync(
                context,
                "gzip",
                Encoding.UTF8.GetBytes("<title>Small</title>")
            ),
            "/br" => CompressedAsync(context, "br", Encoding.UTF8.GetBytes("<title>Small</title>")),
            "/bomb" => CompressedAsync(context, "gzip", new byte[64 * 1024 * 1024]),
            "/empty-blocks" => EmptyBlocksAsync(context),
            "/not-gzip" => NotGzipAsync(context),
            "/twice" => TwiceAsync(context),
            "/latin" => TextAsync(
                context,
                "text/html; charset=iso-8859-1",
                Encoding.Latin1.GetBytes(Accents)
            ),
            "/wrong-charset" => TextAsync(
                context,
                "text/html; charset=iso-8859-1",
                Encoding.UTF8.GetBytes(Accents)
            ),
            "/unknown-charset" => TextAsync(
                context,
                "text/html; charset=klingon",
                Encoding.UTF8.GetBytes(Accents)
            ),
            "/declared" => TextAsync(
                context,
                "text/html",
                Encoding.Latin1.GetBytes("<meta charset=\"windows-1252\">" + Accents)
            ),
            "/marked" => TextAsync(
                context,
                "text/html",
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Accents)]
            ),
            "/picture" => TextAsync(context, "image/png", [0x89, 0x50, 0x4E, 0x47]),
            _ => AbortAsync(context),
        };
    }

    private static Task RedirectAsync(HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task TextAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("no such page", context.RequestAborted);
    }

    private static Task CookieAsync(HttpContext context)
    {
        context.Response.Headers.SetCookie = "id=42; Path=/";
        return RedirectAsync(context, "/hello");
    }

    private static async Task SlowAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(".", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(50, context.RequestAborted);
        }
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        var block = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
    }

    private static Task PromisedAsync(HttpContext context)
    {
        context.Response.ContentLength = 3L * 1024 * 1024;
        return EndlessAsync(context);
    }

    private static async Task CompressedAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentType = "text/html";
        await using Stream packed =
            encoding == "gzip"
                ? new GZipStream(context.Response.Body, CompressionLevel.Fastest)
                : new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
        await packed.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>A gzip body that goes on for ever and unpacks to nothing: stored blocks of length zero.</summary>
    private static async Task EmptyBlocksAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(
            new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3 },
            context.RequestAborted
        );
        var blocks = Enumerable
            .Repeat(new byte[] { 0, 0, 0, 0xFF, 0xFF }, 10_000)
            .SelectMany(block => block)
            .ToArray();
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(blocks, context.RequestAborted);
    }

    private static Task NotGzipAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return context.Response.WriteAsync("this is not packed at all", context.RequestAborted);
    }

    private static Task TwiceAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip, gzip";
        return context.Response.WriteAsync("packed twice", context.RequestAborted);
    }

    private static Task AbortAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
