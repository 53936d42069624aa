using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Takes the mailed code. Opening it, by a person or by a mail scanner, uses nothing up.</summary>
[Public]
internal sealed class CodePage(CodeMail codes, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Ticket { get; set; } = "";

    // One that cannot be read is one that is over.
    private Guid Named => Guid.TryParse(Ticket, out var ticket) ? ticket : Guid.Empty;

    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Null when the request is over.</summary>
    public CodeTicket? Asked { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        Asked = await codes.FindAsync(Named, SignInPage.Purpose, clock.GetCurrentInstant(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        Asked = await codes.FindAsync(Named, SignInPage.Purpose, now, ct);
        var redeemed = await codes.RedeemAsync(
            HttpContext,
            Named,
            SignInPage.Purpose,
            Code,
            "",
            now,
            ct
        );
        return await this.CommitAsync(
            redeemed.Outcome,
            then: LocalPath.Or(redeemed.Next, "/me"),
            say: Texts.SaidSignedIn,
            ct
        );
    }
}
