using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>A message of the applicant to the organisation, at any time.</summary>
[Holder]
[LargestRequest(AttachFiles.LargestRequest)]
internal sealed class WritePage(OpenApplication open, DeskMail desk, AttachFiles attach) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty]
    public string Words { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) && open.Application.WasSubmitted ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct) || !open.Application.WasSubmitted)
            return NotFound();
        if (Words.Length > ThreadEntry.Most)
            return this.Refuse(ApplicationRefusals.WordsTooLong(Words.Length));
        var outcome = open.Application.Note(Audience.Applicant, Words, open.Actor, open.Now);
        outcome = await attach.ToAsync(open.Application, outcome, Request, ct);
        if (outcome.Done)
            outcome = outcome.Then(await desk.WrittenAsync(open, Words, attach.Names, ct));
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidWritten,
            ct
        );
    }
}
