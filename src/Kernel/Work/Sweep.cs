using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Work;

/// <summary>Takes away, once a day, what only the recent past needs: work that is done, the keys of forms that were answered, and what each module calls old.</summary>
public sealed class Sweep(BanyanDb db, WriteGate gate, IClock clock, IReadOnlyList<Module> modules)
    : IWorkHandler
{
    public const string Kind = "kernel.sweep";
    private static readonly Duration Pause = Duration.FromDays(1);

    /// <summary>Long enough to see afterwards what was done and when.</summary>
    internal static readonly Duration KeepWork = Duration.FromDays(30);

    /// <summary>Nobody sends a form a second time by mistake after two days.</summary>
    internal static readonly Duration KeepOnce = Duration.FromDays(2);

    /// <summary>What became of a mail is asked while its case is under way, and for a while after.</summary>
    internal static readonly Duration KeepMails = Duration.FromDays(400);

    /// <summary>Has it run now; from then on it plans itself. Planned twice, it still runs once.</summary>
    public static Task<Outcome> BeginAsync(BanyanDb db, Instant now, CancellationToken ct) =>
        db.CommitAsync(Outcome.Of(Actor.Rule, now).Then(At(now)), ct);

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (work, once, mails) = (now - KeepWork, now - KeepOnce, now - KeepMails);
        // Released again before the commit, which enters by itself.
        using (await gate.EnterAsync(ct))
        {
            await db.Work.Where(row => row.DoneAt < work).ExecuteDeleteAsync(ct);
            await db.Once.Where(row => row.At < once).ExecuteDeleteAsync(ct);
            await db.PostedMails.Where(row => row.PlannedAt < mails).ExecuteDeleteAsync(ct);
            foreach (var rows in modules.SelectMany(module => module.Old(db, now)))
                await rows.ExecuteDeleteAsync(ct);
        }
        await db.CommitAsync(Outcome.Of(Actor.Rule, now).Then(At(now + Pause)), ct);
    }

    private static WorkChange.Plan At(Instant due) => new(Kind, Kind, due, null, new { });
}
