using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>A person's own page: what they are called, and where they are signed in. Its one verb is to rename oneself.</summary>
[SignedIn]
internal sealed class MePage(BanyanDb db, Viewer viewer, ViewerHolder holder, IClock clock)
    : PageModel
{
    [BindProperty]
    public string Name { get; set; } = "";
    public string Email => viewer.Email ?? "";
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = await MeAsync(ct);
        Name = me.Name;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var me = await MeAsync(ct);
        await LoadAsync(ct);
        return await this.CommitAsync(
            me.Rename(Typed.OneLine(Name), viewer.Actor, clock.GetCurrentInstant()),
            then: "/me",
            say: Texts.SaidRenamed,
            ct
        );
    }

    private Task<Person> MeAsync(CancellationToken ct) =>
        db.People.SingleAsync(p => p.Id == viewer.Person, ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        var here = holder.FormToken;
        Sessions = await db
            .Sessions.LiveOf(viewer.Person, clock.GetCurrentInstant())
            .OrderByDescending(s => s.LastSeen)
            .Select(s => new SessionLine(s.Id, s.Device, s.LastSeen, s.FormToken == here))
            .ToListAsync(ct);
    }
}

internal sealed record SessionLine(Guid Id, string Device, Instant LastSeen, bool Here);
