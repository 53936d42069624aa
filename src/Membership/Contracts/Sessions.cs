using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>Begins and ends sessions. Rows are added to the database context and saved by the page's own commit; the browser gets its cookie only once that commit has succeeded.</summary>
public sealed class Sessions(BanyanDb db, SiteAddress site, ViewerHolder holder)
{
    // A form that comes again later than this is no double click and no broken line any more.
    private static readonly Duration Returned = Duration.FromMinutes(5);

    /// <summary>Lets this browser see one record without a proven address. A person who is signed in needs no such hold, and nothing changes for them.</summary>
    public async Task HoldAsync(HttpContext context, Guid record, Instant now, CancellationToken ct)
    {
        var current = await CurrentAsync(context, now, ct);
        if (current is { PersonId: not null })
            return;
        if (current is not null)
            current.Hold(record);
        else
            Begin(context, null, record, now);
    }

    /// <summary>Begins a session for the person under a new id, whatever the browser had before. A record that the browser held, it still holds.</summary>
    public async Task SignInAsync(
        HttpContext context,
        PersonId person,
        Instant now,
        CancellationToken ct
    )
    {
        var before = await CurrentAsync(context, now, ct);
        before?.End(now);
        Begin(context, person, before?.Holds, now);
    }

    /// <summary>Ends the session of this browser and takes its cookie away.</summary>
    internal async Task SignOutAsync(HttpContext context, Instant now, CancellationToken ct)
    {
        var current = await CurrentAsync(context, now, ct);
        current?.End(now);
        SessionCookie.Remove(context, site);
    }

    /// <summary>Begins a session like one that was begun a moment ago, for a browser that gave up the answer with its cookie. Commits by itself.</summary>
    internal async Task ReturnAsync(
        HttpContext context,
        Guid begun,
        Instant now,
        CancellationToken ct
    )
    {
        if (await CurrentAsync(context, now, ct) is not null)
            return;
        var since = now - Returned;
        var first = await db
            .Sessions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == begun && s.Ended == null && s.Created > since, ct);
        if (first is null)
            return;
        Begin(context, first.PersonId, first.Holds, now);
        await db.CommitAsync(Outcome.Of(Actor.Rule, now), ct);
    }

    internal async Task<Session?> CurrentAsync(
        HttpContext context,
        Instant now,
        CancellationToken ct
    )
    {
        if (SessionCookie.Read(context, site) is not { } secret)
            return null;
        var hash = Session.HashOf(secret);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Hash == hash, ct);
        return
            session is not null
            && Session.IsLive(session.Created, session.LastSeen, session.Ended, now)
            ? session
            : null;
    }

    private void Begin(HttpContext context, PersonId? person, Guid? holds, Instant now)
    {
        var session = Session.Begin(
            person,
            holds,
            Device.Of(context.Request.Headers.UserAgent),
            now,
            out var secret
        );
        db.Add(session);
        holder.Begins = session.Id;
        context.Response.OnStarting(() =>
        {
            if (db.Entry(session).State == EntityState.Unchanged)
                SessionCookie.Write(context, site, secret);
            return Task.CompletedTask;
        });
    }
}
