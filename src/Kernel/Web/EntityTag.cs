using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Banyan.Kernel.Web;

/// <summary>Strong entity tags made from the bytes themselves: who has them already gets 304 and no body (RFC 9110, 8.8 and 13.1.2).</summary>
public static class EntityTag
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return $"\"{Convert.ToHexStringLower(hash[..16])}\"";
    }

    /// <summary>Writes the bytes, or 304 when the one who asks has them. Sets ETag and Cache-Control.</summary>
    public static async Task WriteAsync(
        HttpContext context,
        string contentType,
        byte[] bytes,
        string cacheControl
    )
    {
        KeptAnswers.Take(context, contentType, bytes);
        var tag = Of(bytes);
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = cacheControl;
        if (IsKnown(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>True when If-None-Match names this tag, also in its weak form, or is a star.</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        if (
            !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            || known is null
        )
            return false;
        return known.Any(one => one.Tag == tag || one.Tag == "*");
    }
}

/// <summary>A page that gets a strong tag from what it says. Kept by caches only when nobody is signed in: with a session it shows whose rooms these are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaggedPageAttribute(int seconds) : Attribute, IAsyncResultFilter
{
    public int Seconds => seconds;

    public async Task OnResultExecutionAsync(
        ResultExecutingContext context,
        ResultExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var page = await TakenPage.OfAsync(http, next);
        if (http.Response.StatusCode != StatusCodes.Status200OK)
        {
            if (page.Length > 0)
                await http.Response.Body.WriteAsync(page, http.RequestAborted);
            return;
        }
        // Who has signed in gets a page of their own from a cache that both share.
        http.Response.Headers.Vary = "Cookie";
        await EntityTag.WriteAsync(
            http,
            http.Response.ContentType ?? "text/html; charset=utf-8",
            page,
            http.Request.Headers.Cookie.Count == 0 ? $"public, max-age={seconds}" : "no-store"
        );
    }
}
