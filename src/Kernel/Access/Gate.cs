using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Banyan.Kernel.Access;

/// <summary>Stands between routing and every endpoint: no rule, no entry.</summary>
public sealed partial class Gate(RequestDelegate next, bool development, ILogger<Gate> log)
{
    public async Task InvokeAsync(HttpContext context, ViewerHolder holder)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            await next(context);
            return;
        }
        var rule = endpoint.Metadata.GetMetadata<IAccessRule>();
        var path = context.Request.Path.Value ?? "/";
        if (rule is not null && rule.Admits(holder.Viewer, development))
        {
            await next(context);
            // A record that is another's looks like none; here alone it is told that somebody asked.
            if (
                rule is not PublicAttribute
                && context.Response.StatusCode == StatusCodes.Status404NotFound
            )
                NotTheirs(log, context.Request.Method, path, holder.Viewer.Person?.Value);
            return;
        }
        Denied(
            log,
            rule?.Says ?? "no rule",
            context.Request.Method,
            path,
            holder.Viewer.Person?.Value
        );
        if (rule is null or DevelopmentOnlyAttribute)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (holder.Viewer.Person is null && IsLook(context.Request.Method))
            context.Response.Redirect($"/sign-in?next={Uri.EscapeDataString(path)}");
        else
            context.Response.StatusCode = holder.Viewer.Person is null
                ? StatusCodes.Status401Unauthorized
                : StatusCodes.Status403Forbidden;
    }

    private static bool IsLook(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    [LoggerMessage(LogLevel.Information, "not there, or not theirs: {Method} {Path} for {Person}")]
    private static partial void NotTheirs(ILogger log, string method, string path, Guid? person);

    [LoggerMessage(LogLevel.Information, "denied by {Rule}: {Method} {Path} for {Person}")]
    private static partial void Denied(
        ILogger log,
        string rule,
        string method,
        string path,
        Guid? person
    );
}
