using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Whether the weekly mail comes.</summary>
[SignedIn]
internal sealed class DigestPage(BanyanDb db, Viewer viewer, IClock clock) : PageModel
{
    private const string Yes = "yes";
    private const string No = "no";

    [BindProperty]
    public string Digest { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct) =>
        Digest = (await MeAsync(ct)).WeekDigest ? Yes : No;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Digest is not (Yes or No))
            return this.Refuse(Refusals.DigestMissing);
        return await this.CommitAsync(
            (await MeAsync(ct)).ChooseDigest(
                Digest == Yes,
                viewer.Actor,
                clock.GetCurrentInstant()
            ),
            then: "/me",
            say: Digest == Yes ? Texts.SaidDigestOn : Texts.SaidDigestOff,
            ct
        );
    }

    private Task<Person> MeAsync(CancellationToken ct) =>
        db.People.SingleAsync(p => p.Id == viewer.Person, ct);
}
