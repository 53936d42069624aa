using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Stops a kind of mail without signing in: by a button here, or by the mail program itself (RFC 8058), which is answered 200 because it does not follow redirects. Looking stops nothing.</summary>
[Public]
internal sealed class UnsubscribePage(BanyanDb db, IClock clock, IReadOnlyList<Module> modules)
    : PageModel
{
    public NoticeKind Kind { get; private set; } = null!;
    public bool Off { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string kind, CancellationToken ct)
    {
        if (await FindAsync(key, kind, ct) is not { } person)
            return NotFound();
        Off = person.RhythmOf(Kind) == Rhythm.Never;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string kind, CancellationToken ct)
    {
        if (await FindAsync(key, kind, ct) is not { } person)
            return NotFound();
        var off = await db.CommitAsync(
            person.ChooseNotice(
                Kind,
                Rhythm.Never,
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

    private async Task<Person?> FindAsync(string key, string kind, CancellationToken ct)
    {
        if (
            modules.SelectMany(module => module.Notices).FirstOrDefault(known => known.Key == kind)
            is not { } found
        )
            return null;
        Kind = found;
        return await db
            .People.Include(p => p.Notices)
            .SingleOrDefaultAsync(
                p => p.UnsubscribeKey == key && p.UnsubscribeKey.Length == Person.KeyLength,
                ct
            );
    }
}
