using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

[Requires(CasePermissions.Close)]
internal sealed class ClosePage(BanyanDb db, OpenCase open, ReviewMail mail, DropDecision drop)
    : CaseVerb(open)
{
    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Close, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Close, () => CloseAsync(ct), Texts.SaidClosed, ct);

    private async Task<Outcome> CloseAsync(CancellationToken ct)
    {
        await db.Entry(Open.Case).Collection(a => a.Applicants).LoadAsync(ct);
        var outcome = Open.Case.Close(Reason, Role.Staff, Open.Actor, Open.Now);
        if (!outcome.Done)
            return outcome;
        var next = NextLineOf
            .Applicant(NextFacts.Of(Open.Case), Open.Program.Clocks, Open.AtHome)
            .Sentence;
        if (Open.Round is { } round)
            outcome = outcome.And(round.Stop(Open.Actor, Open.Now));
        return outcome
            .And(await drop.OfAsync(Open.Case.Id, Open.Actor, Open.Now, ct))
            .And(Open.Case.Note(Audience.Applicant, Reason, Open.Actor, Open.Now))
            .Then([.. mail.Closed(Open.Case, Reason, next, Open.Now)]);
    }
}
