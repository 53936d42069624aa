using Banyan.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Work;

/// <summary>Claims, and what becomes of them. Due times go by the application's clock, leases by the database's, so that nodes whose clocks differ never share an item.</summary>
internal static class WorkQueue
{
    private static readonly Duration[] Waits =
    [
        Duration.FromSeconds(20),
        Duration.FromMinutes(1),
        Duration.FromMinutes(5),
        Duration.FromMinutes(30),
        Duration.FromHours(2),
    ];

    private const string SqliteNow = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    public static async Task<List<WorkItem>> ClaimAsync(
        BanyanDb db,
        WriteGate gate,
        Instant now,
        int count,
        Duration lease,
        CancellationToken ct
    )
    {
        var clock = db.IsPostgres ? DatabaseClock.Now : SqliteNow;
        var skip = db.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "";
        var sql = $$"""
            UPDATE work SET leased_until = {{clock}} + {0}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM work WHERE done_at IS NULL AND due_at <= {1} AND (leased_until IS NULL OR leased_until < {{clock}})
                ORDER BY CASE WHEN kind = 'mail.send' THEN 0 ELSE 1 END, due_at LIMIT {2} {{skip}})
            RETURNING *
            """;
        using var turn = await gate.EnterAsync(ct);
        return await db
            .Work.FromSqlRaw(
                sql,
                (long)lease.TotalMilliseconds,
                now.ToUnixTimeMilliseconds(),
                count
            )
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>Marks done what its handler did not commit itself, and forgets what it was about. False when another claim has overtaken this one.</summary>
    public static Task<bool> DoneAsync(
        BanyanDb db,
        WriteGate gate,
        WorkItem item,
        Instant now,
        CancellationToken ct
    ) =>
        SetAsync(
            db,
            gate,
            item,
            "done_at = {2}, leased_until = NULL, problem = NULL, payload = {3}",
            [now.ToUnixTimeMilliseconds(), WorkItem.NoPayload],
            ct
        );

    /// <summary>Puts a failed item back with a growing wait; the first failure is tried again after 20 seconds, the fifth and later after 2 hours.</summary>
    public static Task<bool> RetryAsync(
        BanyanDb db,
        WriteGate gate,
        WorkItem item,
        string problem,
        Instant now,
        CancellationToken ct
    )
    {
        var due = now + Waits[Math.Min(item.Attempts, Waits.Length) - 1];
        var text = problem.Length > 500 ? problem[..500] : problem;
        return SetAsync(
            db,
            gate,
            item,
            "due_at = {2}, leased_until = NULL, problem = {3}",
            [due.ToUnixTimeMilliseconds(), text],
            ct
        );
    }

    public static Task<bool> RenewAsync(
        BanyanDb db,
        WriteGate gate,
        WorkItem item,
        Duration lease,
        CancellationToken ct
    ) =>
        SetAsync(
            db,
            gate,
            item,
            $"leased_until = {(db.IsPostgres ? DatabaseClock.Now : SqliteNow)} + {{2}}",
            [(long)lease.TotalMilliseconds],
            ct
        );

    private static async Task<bool> SetAsync(
        BanyanDb db,
        WriteGate gate,
        WorkItem item,
        string set,
        object[] values,
        CancellationToken ct
    )
    {
        using var turn = await gate.EnterAsync(ct);
#pragma warning disable EF1002 // the callers above write the SET clause; values are parameters
        return await db.Database.ExecuteSqlRawAsync(
                $"UPDATE work SET {set} WHERE id = {{0}} AND attempts = {{1}} AND done_at IS NULL",
                [item.Id, item.Attempts, .. values],
                ct
            ) == 1;
#pragma warning restore EF1002
    }
}
