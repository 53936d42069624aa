using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Asks a second person to write on the application. They sign in with their own address; only somebody who proved theirs may invite.</summary>
[SignedIn]
internal sealed class InvitePage(OpenApplication open, InvitationLimits limits, InviteMail mail)
    : PageModel
{
    public OpenApplication Open => open;

    [BindProperty]
    public string Email { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        if (!EmailAddress.TryParse(this.Sent(nameof(Email)), out var email, out var problem))
            return this.Refuse(
                new Refusal("email-not-readable", problem.Sentence(), nameof(Email))
            );
        // What the draft itself says against it is the nearer reason.
        var outcome = open.Application.Invite(email, open.Actor, open.Now);
        if (
            outcome.Done
            && await limits.AgainstAsync(open.Viewer.Person, email, open.Now, ct) is { } against
        )
            outcome = against;
        if (outcome.Done)
            outcome = outcome.Then(mail.To(email, open));
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidInvited.With(email),
            ct
        );
    }
}
