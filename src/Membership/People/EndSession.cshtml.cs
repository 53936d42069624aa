using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Ends one of one's own sessions; that browser is signed out at its next request.</summary>
[SignedIn]
internal sealed class EndSessionPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    public string Device { get; private set; } = "";
    public Instant LastSeen { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } session)
            return NotFound();
        var now = clock.GetCurrentInstant();
        session.End(now);
        return await this.CommitAsync(
            Outcome.Of(viewer.Actor, now, new SessionEnded(viewer.Person!.Value.Value, id)),
            then: "/me",
            say: Texts.SaidEnded,
            ct
        );
    }

    private async Task<Session?> FindAsync(Guid id, CancellationToken ct)
    {
        var session = await db
            .Sessions.LiveOf(viewer.Person, clock.GetCurrentInstant())
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        Device = session?.Device is { Length: > 0 } device ? device : Texts.MeUnknownDevice;
        LastSeen = session?.LastSeen ?? default;
        return session;
    }
}
