using System.Diagnostics;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan;

/// <summary>What this node says of itself to whoever watches it or gives it work.</summary>
/// <param name="Status">Ready where pages can be answered; what else is wrong does not change that.</param>
/// <param name="Disk">Full where a form would be refused for it.</param>
/// <param name="Mail">Waiting where a mail was tried, and has not left yet.</param>
/// <param name="Work">Late where something has been due for five minutes, and nobody has begun with it.</param>
internal sealed record HealthReading(
    string Status,
    string Database,
    string Disk,
    string Mail,
    string Work
)
{
    public const string Ready = "ready";
}

/// <summary>Answers <c>/health/live</c> (the process runs) and <c>/health/ready</c> (it can answer pages, and what is wrong), for everybody, in words that tell nothing else.</summary>
internal sealed class Health(
    Readiness readiness,
    IHostApplicationLifetime lifetime,
    IServiceScopeFactory scopes,
    Settings settings,
    IClock clock
) : IDisposable
{
    private const string Unknown = "unknown";
    private const string Fine = "fine";

    // A checkpoint and the pages of some forms.
    private const long LittleRoom = 1_000_000;
    private static readonly Duration Late = Duration.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // However many ask, the database is asked once a second.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private (long Tick, HealthReading Reading)? last;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Add("/health/live", context => context.Response.WriteAsJsonAsync(new { status = "live" }));
        Add(
            "/health/ready",
            async context =>
            {
                var reading = await context
                    .RequestServices.GetRequiredService<Health>()
                    .ReadAsync(context.RequestAborted);
                context.Response.StatusCode =
                    reading.Status == HealthReading.Ready
                        ? StatusCodes.Status200OK
                        : StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsJsonAsync(reading);
            }
        );

        void Add(string path, RequestDelegate answer) =>
            endpoints
                .MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer)
                .WithMetadata(new PublicAttribute(), new AnswersAlwaysAttribute());
    }

    public void Dispose() => turn.Dispose();

    public async Task<HealthReading> ReadAsync(CancellationToken ct)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return new HealthReading("stopping", Unknown, Unknown, Unknown, Unknown);
        await turn.WaitAsync(ct);
        try
        {
            if (last is not { } known || Stopwatch.GetElapsedTime(known.Tick) >= Kept)
                last = known = (Stopwatch.GetTimestamp(), await LookAsync());
            return known.Reading;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<HealthReading> LookAsync()
    {
        var disk = Folders().Any(IsFull) ? "full" : Fine;
        if (!readiness.IsReady)
            return new HealthReading("starting", Unknown, disk, Unknown, Unknown);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await using var scope = scopes.CreateAsyncScope();
            var undone = scope
                .ServiceProvider.GetRequiredService<BanyanDb>()
                .Work.Where(item => item.DoneAt == null);
            var due = clock.GetCurrentInstant() - Late;
            var late = await undone.AnyAsync(item => item.DueAt < due, patience.Token);
            var waiting = await undone.AnyAsync(
                item => item.Kind == PostOffice.Kind && item.Problem != null,
                patience.Token
            );
            return new HealthReading(
                HealthReading.Ready,
                Fine,
                disk,
                waiting ? "waiting" : Fine,
                late ? "late" : Fine
            );
        }
        catch (Exception problem)
            when (problem is OperationCanceledException || DatabaseTroubles.Of(problem) is not null)
        {
            return new HealthReading("not ready", "away", disk, Unknown, Unknown);
        }
    }

    private IEnumerable<string> Folders()
    {
        yield return settings.Data;
        if (
            !settings.Database.Postgres
            && Path.GetDirectoryName(
                new SqliteConnectionStringBuilder(settings.Database.ConnectionString).DataSource
            )
                is { Length: > 0 } folder
        )
            yield return folder;
    }

    private static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < LittleRoom;
        }
        catch (IOException)
        {
            // A folder that is not there says nothing of room.
            return false;
        }
    }
}
