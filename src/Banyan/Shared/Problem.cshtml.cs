using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Shared;

/// <summary>What people read when something is not there, not theirs, or broken: what happened to what they typed, and where to go.</summary>
[Public]
[IgnoreAntiforgeryToken]
internal sealed class ProblemPage(PageFrame frame) : PageModel
{
    private const string RetryAfterSeconds = "10";

    public string Title { get; private set; } = "";
    public string What { get; private set; } = "";

    /// <param name="status">Counts only where something was refused; who types the address finds nothing there.</param>
    public void OnGet(int status) =>
        Show(IsAsked ? StatusOf(Trouble) ?? status : StatusCodes.Status404NotFound);

    private DatabaseTrouble? Trouble =>
        DatabaseTroubles.Of(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error);

    private bool IsAsked =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int? StatusOf(DatabaseTrouble? trouble) =>
        trouble switch
        {
            DatabaseTrouble.Away => StatusCodes.Status503ServiceUnavailable,
            DatabaseTrouble.Full => StatusCodes.Status507InsufficientStorage,
            null => null,
        };

    private string TooMany() =>
        Response.Headers.RetryAfter.ToString() is { Length: > 0 } seconds
            ? string.Format(CultureInfo.CurrentCulture, Texts.Problem429Wait, seconds)
            : Texts.Problem429What;

    private void Show(int status)
    {
        (Title, What) = status switch
        {
            400 => (Texts.Problem400, Texts.Problem400What),
            401 => (Texts.Problem401, Texts.Problem401What),
            403 => (Texts.Problem403, Texts.Problem403What),
            404 => (Texts.Problem404, Texts.Problem404What),
            405 => (Texts.Problem405, Texts.Problem405What),
            413 => (Texts.Problem413, Texts.Problem413What),
            415 => (Texts.Problem415, Texts.Problem415What),
            429 => (Texts.Problem429, TooMany()),
            503 => (Texts.Problem503, Texts.Problem503What),
            507 => (Texts.Problem507, Texts.Problem507What),
            >= 500 => (Texts.Problem500, Texts.Problem500What),
            _ => (Texts.Problem400, Texts.Problem400What),
        };
        frame.Title = Title;
        if (status == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = RetryAfterSeconds;
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
    }
}
