using System.Collections.Concurrent;
using System.Text;
using Banyan.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Banyan.Kernel.Web;

/// <summary>
/// Keeps the answers of public pages in memory for those who come without a cookie, until this process commits anything, and never longer than a few
/// seconds, for another process may write too. Only what says that it may be kept is kept: <see cref="KeptPageAttribute"/> and <see cref="EntityTag"/>.
/// </summary>
public sealed class KeptAnswers(RequestDelegate next, CommitCount commits, IClock clock)
{
    private const int Most = 2_000;
    private const int LargestBody = 256 * 1024;

    // A path has many spellings, and a stranger can ask for all of them.
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly Duration Longest = Duration.FromSeconds(5);

    private readonly ConcurrentDictionary<string, KeptAnswer> kept = new(StringComparer.Ordinal);
    private long stored;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsForEverybody(context.Request))
        {
            await next(context);
            return;
        }
        // No page tells by which of our names it was asked.
        var key = context.Request.Path.Value ?? "";
        // Both are read before anything else is: a commit from here on makes the answer one of before it.
        var (made, now) = (commits.Made, clock.GetCurrentInstant());
        if (kept.TryGetValue(key, out var known))
        {
            if (known.Made == made && known.At <= now && now - known.At < Longest)
            {
                await known.WriteAsync(context);
                return;
            }
            kept.TryRemove(key, out _);
        }
        var taken = new TakenBody();
        context.Features.Set(taken);
        await next(context);
        if (
            taken.Bytes is not { Length: <= LargestBody } bytes
            || !HttpMethods.IsGet(context.Request.Method)
            // Who has it already is told so, and is as good a reason to keep it.
            || context.Response.StatusCode
                is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            || context.Response.Headers.SetCookie.Count > 0
        )
            return;
        if (kept.Count >= Most || Interlocked.Add(ref stored, bytes.Length) > MostBytes)
        {
            kept.Clear();
            Interlocked.Exchange(ref stored, bytes.Length);
        }
        kept[key] = KeptAnswer.Of(context.Response, taken.ContentType, bytes, made, now);
    }

    /// <summary>The body of the answer that is being made, for whoever comes next.</summary>
    internal static void Take(HttpContext context, string? contentType, byte[] body)
    {
        if (context.Features.Get<TakenBody>() is { } taken)
            (taken.ContentType, taken.Bytes) = (contentType, body);
    }

    private static bool IsForEverybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.QueryString.HasValue
        && request.Headers.Cookie.Count == 0
        && request.Headers.Authorization.Count == 0;

    private sealed class TakenBody
    {
        public string? ContentType { get; set; }
        public byte[]? Bytes { get; set; }
    }
}

/// <param name="Made">How many commits there were before it was made.</param>
internal sealed record KeptAnswer(
    KeyValuePair<string, StringValues>[] Headers,
    string? ContentType,
    string Tag,
    byte[] Body,
    long Made,
    Instant At
)
{
    // Of the connection and of the body, not of what is said.
    private static readonly string[] Own =
    [
        "Date",
        "Transfer-Encoding",
        "Content-Length",
        "Content-Type",
    ];

    public static KeptAnswer Of(
        HttpResponse response,
        string? contentType,
        byte[] body,
        long made,
        Instant at
    ) =>
        new(
            [
                .. response.Headers.Where(header =>
                    !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
                ),
            ],
            contentType,
            response.Headers.ETag.ToString(),
            body,
            made,
            at
        );

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Tag.Length > 0 && EntityTag.IsKnown(context.Request, Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(Body, context.RequestAborted);
    }
}

/// <summary>A page that says the same to everybody who has not signed in. With a form on it it is not kept: a form's key is good once.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptPageAttribute : Attribute, IAsyncResultFilter
{
    private static readonly byte[] Form = Encoding.UTF8.GetBytes(
        $"name=\"{CommitPage.OnceField}\""
    );

    public async Task OnResultExecutionAsync(
        ResultExecutingContext context,
        ResultExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var page = await TakenPage.OfAsync(http, next);
        if (http.Response.StatusCode == StatusCodes.Status200OK && page.AsSpan().IndexOf(Form) < 0)
            KeptAnswers.Take(http, http.Response.ContentType, page);
        // Nothing at all is written where there is no page: the answer would have begun, and no problem page could take its place.
        if (page.Length > 0)
            await http.Response.Body.WriteAsync(page, http.RequestAborted);
    }
}

/// <summary>The bytes of a page instead of the page.</summary>
internal static class TakenPage
{
    public static async Task<byte[]> OfAsync(HttpContext http, ResultExecutionDelegate next)
    {
        var body = http.Response.Body;
        await using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = body;
        }
        return page.ToArray();
    }
}
