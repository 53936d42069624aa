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

/// <summary>Turns the weekly mail off without signing in: by a button here, or by the mail program itself (RFC 8058), which is answered 200 because it does not follow redirects. Looking turns nothing off.</summary>
[Public]
internal sealed class UnsubscribePage(BanyanDb db, IClock clock) : PageModel
{
    public bool Off { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } person)
            return NotFound();
        Off = !person.WeekDigest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } person)
            return NotFound();
        var off = await db.CommitAsync(
            person.ChooseDigest(
                wanted: false,
                Actor.Visitor(person.Email),
                clock.GetCurrentInstant()
            ),
            ct
        );
        if (off.Refusal is { } refusal)
            return this.Refuse(refusal);
        Off = true;
        return Page();
    }

    private Task<Person?> FindAsync(string key, CancellationToken ct) =>
        db.People.SingleOrDefaultAsync(
            p => p.UnsubscribeKey == key && p.UnsubscribeKey.Length == Person.KeyLength,
            ct
        );
}
