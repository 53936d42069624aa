using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Banyan.Kernel.Web;

/// <summary>Before anything is routed: strict headers on every answer, no control characters in an address, and unsafe methods only from this very origin.</summary>
public sealed class SafeRequests(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (
            HasControl(context.Request.Path.Value)
            || HasControl(Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""))
        )
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!IsSafe(context.Request.Method) && !FromHere(context.Request))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await next(context);
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A partner's sub-domain may be same-site with us; it is never same-origin.
    private static bool FromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (!StringValues.IsNullOrEmpty(site) && site != "same-origin")
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origin == $"{request.Scheme}://{request.Host}"
            : site == "same-origin";
    }

    private static bool HasControl(string? text) =>
        text is not null && text.Any(letter => char.IsControl(letter) || letter == '\uFFFD');
}
