using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Kernel.Work;

/// <summary>Does the work that requests leave behind, one item after the other, each in a scope of its own.</summary>
public sealed partial class Worker(
    IServiceScopeFactory scopes,
    IEnumerable<WorkKind> kinds,
    IClock clock,
    WorkBell bell,
    Readiness readiness,
    ILogger<Worker> log
) : BackgroundService
{
    // One item at a time, so that the lease covers all that is held.
    internal static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    // Below the time that the host leaves for stopping.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, Type> handlers = kinds.ToDictionary(
        kind => kind.Kind,
        kind => kind.Handler,
        StringComparer.Ordinal
    );

    /// <summary>Does everything that is due now, and what that makes due, then returns how many items it did. Tests call it in place of the loop.</summary>
    public Task<int> RunDueAsync(CancellationToken ct) => RunDueAsync(ct, ct);

    /// <param name="stop">Nothing is begun any more.</param>
    /// <param name="ct">What was begun is given up, too.</param>
    private async Task<int> RunDueAsync(CancellationToken stop, CancellationToken ct)
    {
        var done = 0;
        while (!stop.IsCancellationRequested && await ClaimAsync(ct) is { Count: > 0 } items)
        {
            foreach (var item in items)
                await DoAsync(item, ct);
            done += items.Count;
        }
        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource();
        // A mail in hand that were given up after the server's yes would be sent again later.
        await using var stopping = stoppingToken.Register(() => late.CancelAfter(Grace));
        try
        {
            await readiness.WaitAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await RunDueAsync(stoppingToken, late.Token);
                }
                catch (Exception problem) when (problem is not OperationCanceledException)
                {
                    LookFailed(log, problem);
                }
                await bell.WaitAsync(Look, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host is stopping; what is claimed is taken up again when its lease runs out.
        }
    }

    private async Task<List<WorkItem>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        return await WorkQueue.ClaimAsync(
            db,
            scope.ServiceProvider.GetRequiredService<WriteGate>(),
            clock.GetCurrentInstant(),
            1,
            Lease,
            ct
        );
    }

    private async Task DoAsync(WorkItem item, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        try
        {
            if (!handlers.TryGetValue(item.Kind, out var handler))
                throw new InvalidOperationException($"Nobody handles work of kind {item.Kind}.");
            db.Handling = item;
            await ((IWorkHandler)scope.ServiceProvider.GetRequiredService(handler)).HandleAsync(
                item,
                ct
            );
            if (item.DoneAt is null)
                await WorkQueue.DoneAsync(db, gate, item, clock.GetCurrentInstant(), ct);
        }
        catch (Exception problem)
            when (problem is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Failed(log, item.Kind, item.Key, item.Attempts, problem);
            await WorkQueue.RetryAsync(
                db,
                gate,
                item,
                problem.Message,
                clock.GetCurrentInstant(),
                ct
            );
        }
    }

    [LoggerMessage(LogLevel.Warning, "work {Kind} {Key} failed at attempt {Attempt}")]
    private static partial void Failed(
        ILogger log,
        string kind,
        string key,
        int attempt,
        Exception problem
    );

    [LoggerMessage(LogLevel.Error, "the worker could not look for due work")]
    private static partial void LookFailed(ILogger log, Exception problem);
}
