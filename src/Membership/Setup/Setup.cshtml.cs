using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.People;
using Banyan.Membership.Setup.Data;
using Banyan.Membership.Setup.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Setup;

/// <summary>The first owner of an empty site comes in here, by the address that the host printed.</summary>
[Public]
internal sealed class SetupPage(BanyanDb db, SetUp setUp, Sessions sessions, IClock clock)
    : PageModel
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Organisation { get; set; } = "";

    /// <summary>Empty: made from the name.</summary>
    [BindProperty]
    public string Slug { get; set; } = "";
    public bool AskOrganisation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        await FindAsync(token, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } key)
            return NotFound();
        if (!EmailAddress.TryParse(this.Sent("email"), out var address, out var problem))
            return this.Refuse(People.Domain.Refusals.Email(problem));
        var now = clock.GetCurrentInstant();
        var (outcome, owner) = await setUp.MakeAsync(
            key,
            address,
            Typed.OneLine(Name),
            new NewOrganisation(Typed.OneLine(Organisation), Typed.OneLine(Slug)),
            now,
            ct
        );
        await sessions.SignInAsync(HttpContext, owner.Id, now, ct);
        return await this.CommitAsync(outcome, then: "/settings/teams", say: Texts.SaidSetUp, ct);
    }

    private async Task<SetupKey?> FindAsync(string token, CancellationToken ct)
    {
        if (await db.HasOwnerAsync(ct))
            return null;
        AskOrganisation = !await db.Organisations.AnyAsync(ct);
        var hash = SetupKey.HashOf(token);
        var key = await db.SetupKeys.SingleOrDefaultAsync(k => k.Hash == hash, ct);
        return key?.IsLive(clock.GetCurrentInstant()) == true ? key : null;
    }
}
