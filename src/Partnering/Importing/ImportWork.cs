using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Importing.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Partnering.Importing;

/// <summary>Does what an import waits for, outside the request that asked for it.</summary>
internal sealed partial class ImportWork(
    RunImport run,
    ImportProgress progress,
    IServiceScopeFactory scopes,
    IClock clock,
    ILogger<ImportWork> log
) : IWorkHandler
{
    public const string Kind = "import.step";

    /// <summary>Somebody waits for it, and what failed so often for a reason that nobody foresaw will fail again.</summary>
    private const int MostAttempts = 3;

    public static WorkChange.Plan Plan(PastImport import, Actor actor, Instant now) =>
        new(
            Kind,
            $"import/{import.Id.Value:n}",
            now,
            import.Id.Value,
            new Payload(import.Id.Value, actor.Person?.Value, actor.Name)
        );

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var payload = item.Read<Payload>();
        var id = new ImportId(payload.Import);
        var state = await run.StateAsync(id, ct);
        var actor = payload.Person is { } person
            ? Actor.Of(new PersonId(person), payload.Name)
            : Actor.Visitor(payload.Name);
        var step = new ImportStep(id, actor, clock.GetCurrentInstant(), () => RenewAsync(item, ct));
        try
        {
            switch (state)
            {
                case ImportState.Reading:
                    await run.ReadAsync(step, ct);
                    break;
                case ImportState.Checking:
                    await run.CheckAsync(step, ct);
                    break;
                case ImportState.Writing:
                    await run.WriteAsync(step, ct);
                    break;
                case ImportState.Undoing:
                    await run.UndoAsync(step, ct);
                    break;
                default:
                    break;
            }
        }
        catch (Exception problem)
            when (item.Attempts >= MostAttempts && !ct.IsCancellationRequested)
        {
            GivenUp(log, state, id.Value, problem);
            await run.GiveUpAsync(step, ct);
        }
        finally
        {
            progress.End(id);
        }
    }

    [LoggerMessage(LogLevel.Error, "import {Import} failed again while {State}, and was given up")]
    private static partial void GivenUp(
        ILogger log,
        ImportState? state,
        Guid import,
        Exception problem
    );

    // Within the one transaction a renewal would be seen by nobody, so it goes another way. On SQLite nobody can claim anything before that transaction ends.
    private async Task RenewAsync(WorkItem item, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        if (db.IsPostgres && !await db.RenewAsync(item, ct))
            throw new InvalidOperationException("Another worker has taken this import over.");
    }

    private sealed record Payload(Guid Import, Guid? Person, string Name);
}
