using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Banyan.Kernel.Web;

/// <summary>Whether the site may be used: not before its database answers and is up to date. It listens before that, and says so.</summary>
public sealed class Readiness
{
    private TaskCompletionSource ready = Done();

    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>From now on nobody comes in until <see cref="Open"/>.</summary>
    public void Hold() =>
        ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => ready.TrySetResult();

    public Task WaitAsync(CancellationToken ct) => ready.Task.WaitAsync(ct);

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}

/// <summary>An endpoint that answers before the site is ready, and the same to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnswersAlwaysAttribute : Attribute;

/// <summary>Answers 503 to everybody while the site is not ready.</summary>
public sealed class NotReadyYet(RequestDelegate next, Readiness readiness)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var always =
            context.GetEndpoint()?.Metadata.GetMetadata<AnswersAlwaysAttribute>() is not null;
        // Who it is nobody can look up now, and the page that says so is for everybody.
        if (always || !readiness.IsReady)
            context.Request.Headers.Cookie = default;
        if (
            always
            || readiness.IsReady
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        )
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
