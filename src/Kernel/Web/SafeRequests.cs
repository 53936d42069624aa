using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Banyan.Kernel.Web;

/// <summary>Before anything is routed: strict headers on every answer, only our own host, no control characters in an address, and unsafe methods only from this very origin.</summary>
public sealed partial class SafeRequests(
    RequestDelegate next,
    SiteAddress site,
    ILogger<SafeRequests> log
)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private const int LongestInLog = 200;

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

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
        if (IsProblemPage(context))
            AsIfVisited(context.Request);
        else if (StatusAgainst(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }
        await next(context);
    }

    private int? StatusAgainst(HttpContext context)
    {
        var request = context.Request;
        if (!IsOurHost(context))
        {
            OtherHost(
                log,
                Short(request.Host.Value),
                Network.Of(context.Connection.RemoteIpAddress)
            );
            return StatusCodes.Status400BadRequest;
        }
        if (
            HasControl(request.Path.Value)
            || HasControl(Uri.UnescapeDataString(request.QueryString.Value ?? ""))
        )
            return StatusCodes.Status400BadRequest;
        if (IsSafe(request.Method) || OneClick.Is(request) || FromHere(request, site.Origin))
            return null;
        FromElsewhere(
            log,
            Short(request.Method),
            Place(request.Path),
            Short(request.Headers.Origin),
            Short(request.Headers["Sec-Fetch-Site"]),
            Network.Of(context.Connection.RemoteIpAddress)
        );
        return StatusCodes.Status403Forbidden;
    }

    // What follows in an address may be a key.
    internal static string Place(PathString path) =>
        Short(path.Value?.Split('/', 3) is [_, var first, ..] ? $"/{first}" : "/");

    private static string Short(string? text) =>
        text is { Length: > LongestInLog } ? text[..LongestInLog] : text ?? "";

    // Who reached us over the loopback may call us by its names too; a name of their own nobody may give us.
    private bool IsOurHost(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (string.Equals(host, site.Base.Host, StringComparison.OrdinalIgnoreCase))
            return true;
        return context.Connection.LocalIpAddress is { } local
            && IPAddress.IsLoopback(local)
            && Loopback.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsProblemPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // The page about a refused form is no form itself, and the form may be what could not be read.
    private static void AsIfVisited(HttpRequest request)
    {
        if (!HttpMethods.IsHead(request.Method))
            request.Method = HttpMethods.Get;
        request.ContentType = null;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A partner's sub-domain may be same-site with us; it is never same-origin.
    // Behind a proxy that gives us a host name of its own the origin is the public address alone.
    private static bool FromHere(HttpRequest request, string ours)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (!StringValues.IsNullOrEmpty(site) && site != "same-origin")
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origin == ours || origin == $"{request.Scheme}://{request.Host}"
            : site == "same-origin";
    }

    private static bool HasControl(string? text) =>
        text is not null && text.Any(letter => char.IsControl(letter) || letter == '\uFFFD');

    [LoggerMessage(LogLevel.Information, "asked for under the name {Host} from {Network}")]
    private static partial void OtherHost(ILogger log, string host, string network);

    [LoggerMessage(
        LogLevel.Information,
        "form from elsewhere: {Method} {Place}, origin {Origin}, site {Site}, from {Network}"
    )]
    private static partial void FromElsewhere(
        ILogger log,
        string method,
        string place,
        string origin,
        string site,
        string network
    );
}
