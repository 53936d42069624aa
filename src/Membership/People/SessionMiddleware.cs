using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Finds out who is looking, with one statement, anew at each request: what was taken away a moment ago is gone.</summary>
internal sealed partial class SessionMiddleware(
    RequestDelegate next,
    SiteAddress site,
    IClock clock,
    PermissionBook book,
    ILogger<SessionMiddleware> log
)
{
    private static readonly object Done = new();

    public async Task InvokeAsync(HttpContext context, ViewerHolder holder, BanyanDb db)
    {
        // A problem page runs through here a second time within its request.
        if (context.Items.TryAdd(Done, Done) && SessionCookie.Read(context, site) is { } secret)
            await LookAsync(context, holder, db, secret);
        await next(context);
    }

    private async Task LookAsync(
        HttpContext context,
        ViewerHolder holder,
        BanyanDb db,
        string secret
    )
    {
        var ct = context.RequestAborted;
        var rows = await RowsAsync(db, Session.HashOf(secret), ct);
        var now = clock.GetCurrentInstant();
        if (
            rows.Count == 0
            || !Session.IsLive(rows[0].Created, rows[0].LastSeen, rows[0].Ended, now)
        )
        {
            SessionCookie.Remove(context, site);
            return;
        }
        var session = rows[0];
        holder.FormToken = session.FormToken;
        holder.Viewer = new Viewer(
            session.Person,
            session.Name is { Length: > 0 } name ? name : session.Email ?? "",
            session.Email,
            [.. rows.Where(row => row.Organisation is not null).Select(SeatOf)],
            session.Holds
        );
        if (now >= session.LastSeen + Session.SeenEvery)
            await SeeAsync(context, session.Id, now, ct);
    }

    private Seat SeatOf(Row row) =>
        new(
            row.Organisation!.Value,
            row.Team!,
            row.Kind!.Value,
            row.Voting!.Value,
            row.Chair!.Value,
            book.Of(row.Kind.Value, row.Chair.Value)
        );

    // Compiled once, for every request asks it; by each host for itself, for it is bound to its database.
    private readonly Func<BanyanDb, byte[], IAsyncEnumerable<Row>> rowsOf = EF.CompileAsyncQuery(
        (BanyanDb db, byte[] hash) =>
            from session in db.Set<Session>().AsNoTracking().Where(s => s.Hash == hash)
            from person in db.Set<Person>().Where(p => p.Id == session.PersonId).DefaultIfEmpty()
            from member in db.Set<TeamMember>()
                .Where(m => m.PersonId == session.PersonId && m.Until == null)
                .DefaultIfEmpty()
            from team in db.Set<Team>().Where(t => t.Id == member.TeamId).DefaultIfEmpty()
            select new Row(
                session.Id,
                session.Created,
                session.LastSeen,
                session.Ended,
                session.FormToken,
                session.Holds,
                session.PersonId,
                person.Name,
                person.Email,
                team.OrganisationId,
                team.Slug,
                team.Kind,
                member.Voting,
                member.Chair
            )
    );

    private async Task<List<Row>> RowsAsync(BanyanDb db, byte[] hash, CancellationToken ct)
    {
        var rows = new List<Row>();
        await foreach (var row in rowsOf(db, hash).WithCancellation(ct))
            rows.Add(row);
        return rows;
    }

    // In a scope of its own: the page's commit must not carry it, nor its refusal clear it.
    private async Task SeeAsync(HttpContext context, Guid id, Instant now, CancellationToken ct)
    {
        await using var scope = context
            .RequestServices.GetRequiredService<IServiceScopeFactory>()
            .CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        try
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == id, ct);
            session.See(now);
            await db.CommitAsync(Outcome.Of(Actor.Rule, now), ct);
        }
#pragma warning disable CA1031 // whatever it was: people came to look at a page, and the next request writes it
        catch (Exception problem) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotSeen(log, problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "when a session was last seen could not be written")]
    private static partial void NotSeen(ILogger log, Exception problem);

    private sealed record Row(
        Guid Id,
        Instant Created,
        Instant LastSeen,
        Instant? Ended,
        string FormToken,
        Guid? Holds,
        PersonId? Person,
        string? Name,
        string? Email,
        OrganisationId? Organisation,
        string? Team,
        TeamKind? Kind,
        bool? Voting,
        bool? Chair
    );
}
