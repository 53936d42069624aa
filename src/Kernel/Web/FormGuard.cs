using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Logging;

namespace Banyan.Kernel.Web;

/// <summary>Checks each posted form before its handler: the session's own token, and whether this very form was answered already.</summary>
public sealed partial class FormGuard(ViewerHolder holder, OnceTurns turns, ILogger<FormGuard> log)
    : IAsyncPageFilter
{
    public const string TokenField = "_form";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next();
            return;
        }
        // Without this the page would be drawn with nothing in it.
        if (context.HandlerMethod is null)
        {
            context.HttpContext.Response.Headers.Allow = Allowed(context.ActionDescriptor);
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        if (!request.HasFormContentType)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status415UnsupportedMediaType);
            return;
        }
        if (SentOnce.Of(context.HttpContext) is not { } sent)
        {
            if (IsOfThisSession(request))
                await next();
            else
                context.Result = OfOtherSession(context);
            return;
        }
        var ct = context.HttpContext.RequestAborted;
        using var turn = await turns.EnterAsync(sent.Key, ct);
        var seen = await sent.FindAsync(ct);
        // Answered before: its session may have ended with that answer, or begun with it.
        if (seen is not null && sent.IsOf(seen))
            context.Result = await sent.AgainAsync(seen, ct);
        else if (seen is not null)
            context.Result = SendAgain.Of(context, request.Form);
        else if (!IsOfThisSession(request))
            context.Result = OfOtherSession(context);
        else
            await next();
    }

    private IActionResult OfOtherSession(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        NotOfThisSession(log, SafeRequests.Place(request.Path), holder.Viewer.Person?.Value);
        return SendAgain.Of(context, request.Form);
    }

    private bool IsOfThisSession(HttpRequest request) =>
        holder.FormToken is not { } expected || Same(expected, request.Form[TokenField].ToString());

    private static string Allowed(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod))
            ? "GET, HEAD, POST"
            : "GET, HEAD";

    private static bool Same(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes(sent)
        );

    [LoggerMessage(
        LogLevel.Information,
        "form without the key of its session: {Place} for {Person}"
    )]
    private static partial void NotOfThisSession(ILogger log, string place, Guid? person);
}

/// <summary>A form from an earlier session, or one that was answered and then changed, is not thrown away: it is shown, to be sent again on purpose.</summary>
public static class SendAgain
{
    public static IActionResult Of(PageHandlerExecutingContext context, IFormCollection form)
    {
        var fields = form.Where(field =>
                field.Key is not (FormGuard.TokenField or CommitPage.OnceField)
            )
            .SelectMany(field =>
                field.Value.Select(value => new KeyValuePair<string, string>(
                    field.Key,
                    Text.Typed.Clean(value)
                ))
            )
            .ToList();
        var page = (PageModel)context.HandlerInstance;
        return new ViewResult
        {
            ViewName = "/Shared/SendAgain.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<IReadOnlyList<KeyValuePair<string, string>>>(
                page.MetadataProvider,
                page.ModelState
            )
            {
                Model = fields,
            },
        };
    }
}
