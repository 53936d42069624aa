using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>In a program in which nobody votes, staff takes a checked case to the decision.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class ToDecisionPage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    /// <summary>What stands against it; null when nothing does.</summary>
    public string? Blocked { get; private set; }

    public IReadOnlyList<string> Effects =>
        Stages.SecondPerson(Open.Program)
            ? [Texts.ToDecisionEffect, Texts.ToDecisionSecond]
            : [Texts.ToDecisionEffect];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Decide, ct))
            return NotFound();
        Blocked = (NotNow ?? await AgainstAsync(ct))?.Sentence;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            CasePermissions.Decide,
            async () => Open.Case.StaffDecides(await AgainstAsync(ct), Open.Actor, Open.Now),
            Texts.SaidToDecision,
            ct
        );

    private Refusal? NotNow =>
        Open.Case.Ball == Ball.Applicant ? ApplicationRefusals.WaitingForApplicant
        : Open.Case.State == ApplicationState.PreReview ? null
        : ApplicationRefusals.NotFrom(Command.StaffDecides, Open.Case.State);

    private async Task<Refusal?> AgainstAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        var findings = await db
            .Findings.AsNoTracking()
            .Where(finding => finding.Application == id)
            .ToListAsync(ct);
        return Readiness.AgainstStaff(Open.Program, findings);
    }
}
