using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Kernel.Web;

/// <summary>How a page ends a POST: 303 to where the change is seen, or 422 with the form, what was typed and the refusal at its field.</summary>
public static class CommitPage
{
    public const string OnceField = "_once";
    private const int MostTries = 5;

    /// <param name="then">A path of this site that shows the change.</param>
    /// <param name="say">What the next page says in its status region.</param>
    public static Task<IActionResult> CommitAsync(
        this PageModel page,
        Outcome outcome,
        string then,
        string say,
        CancellationToken ct
    ) => page.CommitAsync(() => Task.FromResult(outcome), 1, then, say, ct);

    /// <summary>For what several people may do at one moment: when somebody was faster, it is done again on what stands then.</summary>
    /// <param name="attempt">Loads anew and acts; called once for each try.</param>
    public static Task<IActionResult> CommitAsync(
        this PageModel page,
        Func<Task<Outcome>> attempt,
        string then,
        string say,
        CancellationToken ct
    ) => page.CommitAsync(attempt, MostTries, then, say, ct);

    /// <summary>The same for a page that has loaded what it acts on.</summary>
    /// <param name="reload">Before a second try; false when what was loaded is not there any more.</param>
    /// <param name="act">On what is loaded.</param>
    public static Task<IActionResult> CommitAsync(
        this PageModel page,
        Func<Task<bool>> reload,
        Func<Task<Outcome>> act,
        string then,
        string say,
        CancellationToken ct
    )
    {
        var again = false;
        return page.CommitAsync(
            async () =>
            {
                if (again && !await reload())
                    return Refusals.ChangedMeanwhile;
                again = true;
                return await act();
            },
            then,
            say,
            ct
        );
    }

    private static async Task<IActionResult> CommitAsync(
        this PageModel page,
        Func<Task<Outcome>> attempt,
        int tries,
        string then,
        string say,
        CancellationToken ct
    )
    {
        var db = page.HttpContext.RequestServices.GetRequiredService<BanyanDb>();
        var sent = SentOnce.Of(page.HttpContext);
        Outcome outcome;
        do
        {
            outcome = await attempt();
            var once = outcome.Done ? sent?.Answered(then, outcome.At) : null;
            outcome = await db.CommitAsync(outcome, ct, once);
        } while (--tries > 0 && outcome.Refusal == Refusals.ChangedMeanwhile);
        if (outcome.Refusal is { } refusal)
        {
            // Of two clicks that two processes answer the later may be refused for what the earlier did; to the person both are one.
            if (sent is null || await sent.FindAsync(ct) is not { } seen || !sent.IsOf(seen))
                return page.Refuse(refusal);
            Said.Set(page.HttpContext, say);
            return await sent.AgainAsync(seen, ct);
        }
        Said.Set(page.HttpContext, say);
        return new SeeOther(then);
    }

    /// <summary>Shows the page again with the refusal; the caller's properties still hold what was typed.</summary>
    public static IActionResult Refuse(this PageModel page, Refusal refusal)
    {
        page.ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
        return page.Unprocessed();
    }

    public static IActionResult Unprocessed(this PageModel page)
    {
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}

/// <summary>303: look at the result with GET.</summary>
public sealed class SeeOther(string location) : ActionResult
{
    public string Location => location;

    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = InAscii(location);
    }

    // What somebody wrote into an address may stand in ours, and a header with other letters, or a line end, is an error of the server.
    private static string InAscii(string path) =>
        path.All(IsPlain)
            ? path
            : string.Concat(
                path.EnumerateRunes()
                    .Select(rune =>
                        rune.IsAscii && IsPlain((char)rune.Value)
                            ? rune.ToString()
                            : Uri.EscapeDataString(rune.ToString())
                    )
            );

    // Browsers take a backslash for a slash.
    private static bool IsPlain(char letter) => letter is > ' ' and <= '~' and not '\\';
}
