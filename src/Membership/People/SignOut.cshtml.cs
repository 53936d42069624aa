using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Membership.People;

[Holder]
internal sealed class SignOutPage(Contracts.Sessions sessions, Viewer viewer, IClock clock)
    : PageModel
{
    public string Name => viewer.Name;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await sessions.SignOutAsync(HttpContext, now, ct);
        var outcome = viewer.Person is { } person
            ? Outcome.Of(viewer.Actor, now, new PersonSignedOut(person.Value))
            : Outcome.Of(viewer.Actor, now);
        return await this.CommitAsync(outcome, then: "/", say: Texts.SaidSignedOut, ct);
    }
}
