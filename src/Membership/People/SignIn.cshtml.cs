using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>Asks for a code. The answer is the same for an address that is known, one that is not, and one that has had too many mails.</summary>
[Public]
internal sealed class SignInPage(CodeMail codes, IClock clock) : PageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Next { get; set; } = "";

    public static CodePurpose Purpose =>
        new("sign-in", "/sign-in/code", Texts.SignInSubject, Texts.SignInWhy);

    public void OnGet() => Next = Domain.LocalPath.Or(Next, "");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!EmailAddress.TryParse(this.Sent("email"), out var address, out var problem))
            return this.Refuse(Domain.Refusals.Email(problem));
        var ticket = await codes.AskAsync(
            address,
            Purpose,
            Next,
            HttpContext.Connection.RemoteIpAddress,
            clock.GetCurrentInstant(),
            ct
        );
        return new SeeOther(Purpose.PathOf(ticket));
    }
}
