using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

/// <summary>Takes a closed or withdrawn case up again, where it was sent before. What was withdrawn is judged as at sending; what the desk closed itself goes on as it was.</summary>
[Requires(CasePermissions.Reopen)]
internal sealed class ReopenPage(BanyanDb db, OpenCase open, GatherFacts gather, StaffMail mail)
    : CaseVerb(open)
{
    /// <summary>The code of the partnership that stands against it.</summary>
    public string? Partner => gather.Partner;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await Open.LoadAsync(reference, CasePermissions.Reopen, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Reopen, () => ReopenAsync(ct), Texts.SaidReopened, ct);

    private async Task<Outcome> ReopenAsync(CancellationToken ct)
    {
        var (reopened, today) = (Open.Case, Open.Today);
        await db.Entry(reopened).Collection(a => a.Applicants).LoadAsync(ct);
        await db.Entry(reopened).Collection(a => a.Answers).LoadAsync(ct);
        await db.Entry(reopened).Collection(a => a.Acceptances).LoadAsync(ct);
        var facts =
            reopened.State == ApplicationState.Withdrawn
                ? await gather.AnewAsync(Open.Program, reopened, today, ct)
                : await gather.AgainAsync(Open.Program, reopened, today, ct);
        if (facts.Refusal is { } against)
            facts = facts with { Refusal = ReviewRefusals.ReopenNotNow(against) };
        var outcome = reopened.Reopen(facts, Role.Staff, Open.Actor, Open.Now);
        if (!outcome.Done)
            return outcome;
        var next = NextLineOf
            .Applicant(NextFacts.Of(reopened), Open.Program.Clocks, Open.AtHome)
            .Sentence;
        return outcome.Then([.. mail.Reopened(reopened, next, Open.Now)]);
    }
}
