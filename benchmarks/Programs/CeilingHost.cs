using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Banyan.Benchmarks.Programs;

/// <summary>What Kestrel can do at best on this machine: 20 KB of HTML from memory, in a process of its own. Everything else is told as a multiple of it.</summary>
internal static class CeilingHost
{
    public const string Word = "ceiling";
    public const string Path = "/";

    /// <summary>The same page after a wait: the target of the self-test.</summary>
    public const string SlowPath = "/slow";
    public const int Size = 20 * 1024;
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var page = Page();
        app.MapGet(Path, (HttpContext context) => WriteAsync(context, page));
        app.MapGet(
            SlowPath,
            async (HttpContext context) =>
            {
                await Task.Delay(s_wait, context.RequestAborted);
                await WriteAsync(context, page);
            }
        );
        await app.RunAsync();
        return 0;
    }

    private static async Task WriteAsync(HttpContext context, byte[] page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private static byte[] Page()
    {
        var text = new StringBuilder("<!doctype html><title>Ceiling</title>", Size);
        while (text.Length < Size)
            text.Append("<p>One of many lines that say nothing.</p>");
        return Encoding.ASCII.GetBytes(text.ToString(0, Size));
    }
}
