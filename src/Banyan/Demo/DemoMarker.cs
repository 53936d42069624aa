using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Demo;

/// <summary>The first thing that the demo writes into an empty database: that the database is the demo's to wipe.</summary>
internal sealed record DemoStarted(Guid About) : DomainEvent(About);

internal static class DemoMarker
{
    public static Task<bool> IsOursAsync(BanyanDb db, CancellationToken ct)
    {
        var action = DomainEvent.ActionOf(typeof(DemoStarted));
        return db.Events.AnyAsync(row => row.Action == action, ct);
    }

    /// <summary>True where nobody has begun anything.</summary>
    public static async Task<bool> IsEmptyAsync(BanyanDb db, CancellationToken ct) =>
        !await db.OrganisationFacts.AnyAsync(ct) && !await db.PersonFacts.AnyAsync(ct);

    public static Task<Outcome> MarkAsync(BanyanDb db, Instant now, CancellationToken ct) =>
        db.CommitAsync(Outcome.Of(Actor.Rule, now, new DemoStarted(Guid.CreateVersion7())), ct);
}
