using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

[Requires(CasePermissions.Note)]
[LargestRequest(AttachFiles.LargestRequest)]
internal sealed class NotePage(BanyanDb db, OpenCase open, StaffMail mail, AttachFiles attach)
    : CaseVerb(open)
{
    /// <summary>The private lane unless the other one is named: nothing leaves by a slip.</summary>
    [BindProperty(Name = "audience", SupportsGet = true)]
    public Audience Audience { get; set; } = Audience.Reviewers;

    public string Words { get; private set; } = "";
    public bool ToApplicant => Audience == Audience.Applicant;

    // Both boxes stand on the case page, and each field there needs an id of its own.
    public string Field => FieldOf(ToApplicant);
    public ThreadAudience Lane => Lanes.Shown(Audience);
    public IReadOnlyList<Choice> Private => Lanes.Private(Open.Lanes);

    public static string FieldOf(bool toApplicant) => toApplicant ? "message" : "words";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Note, ct) && MayWrite ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Words = Banyan.Kernel.Text.Typed.Clean(this.Sent(Field));
        if (!await Open.LoadAsync(reference, CasePermissions.Note, ct) || !MayWrite)
            return NotFound();
        return await DoAsync(
            reference,
            CasePermissions.Note,
            () => WriteAsync(ct),
            ToApplicant ? Texts.SaidWritten : Texts.SaidNoted,
            ct
        );
    }

    private bool MayWrite => Open.Lanes.Contains(Audience) && (!ToApplicant || Open.ForStaff);

    private async Task<Outcome> WriteAsync(CancellationToken ct)
    {
        var outcome = Open.Case.Note(Audience, Words, Open.Actor, Open.Now);
        if (outcome.Refusal is { } refusal)
            return refusal with { Field = Field };
        outcome = await attach.ToAsync(Open.Case, outcome, Request, ct);
        if (!outcome.Done || !ToApplicant)
            return outcome;
        await db.Entry(Open.Case).Collection(a => a.Applicants).LoadAsync(ct);
        var next = NextLineOf
            .Applicant(NextFacts.Of(Open.Case, Open.Round), Open.Program.Clocks, Open.AtHome)
            .Sentence;
        return outcome.Then([
            .. mail.Written(Open.Case, Words, attach.Names, Open.Actor.Name, next, Open.Now),
        ]);
    }
}
