using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

internal sealed record LanternLit(Guid About, string Colour) : DomainEvent(About);

/// <summary>Outcomes and looks at the database that these tests share.</summary>
internal static class Happenings
{
    public static readonly Guid Lantern = Guid.Parse("01890000-0000-7000-8000-000000000001");

    public static readonly Actor Nusrat = Actor.Of(
        new PersonId(Guid.Parse("01890000-0000-7000-8000-0000000000aa")),
        "Nusrat"
    );

    public static Outcome Lit(Instant now, string colour = "green") =>
        Outcome.Of(Nusrat, now, new LanternLit(Lantern, colour));

    public static WorkChange.Plan Plan(
        string key,
        Instant due,
        string kind = "test.light",
        object? payload = null
    ) => new(kind, key, due, Lantern, payload ?? new { colour = "green" });

    public static Task<Outcome> CommitAsync(
        this Testing.BanyanHost host,
        Outcome outcome,
        Once? once = null
    ) => host.DbAsync(db => db.CommitAsync(outcome, TestContext.Current.CancellationToken, once));

    public static Task<List<WorkItem>> WorkAsync(this BanyanDb db) =>
        db
            .Work.AsNoTracking()
            .OrderBy(item => item.Id)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>How many rows the three tables of a commit hold: events, work, once.</summary>
    public static Task<(int Events, int Work, int Once)> CountsAsync(
        this Testing.BanyanHost host
    ) =>
        host.DbAsync(async db =>
            (
                await db.Events.CountAsync(TestContext.Current.CancellationToken),
                await db.Work.CountAsync(TestContext.Current.CancellationToken),
                await db.Once.CountAsync(TestContext.Current.CancellationToken)
            )
        );
}
