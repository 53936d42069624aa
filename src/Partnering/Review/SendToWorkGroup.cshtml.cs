using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>Sends a case to the work group: its vote opens, and its members are told.</summary>
[Requires(CasePermissions.Send)]
internal sealed class SendToWorkGroupPage(BanyanDb db, OpenCase open, OpenRound rounds)
    : CaseVerb(open)
{
    private IReadOnlyList<SeatFacts> team = [];

    /// <summary>What is missing; null when nothing is.</summary>
    public string? Missing { get; private set; }
    public string Stage { get; private set; } = "";
    public int Days { get; private set; }
    public int Needed { get; private set; }
    public IReadOnlyList<string> Members =>
        [.. team.Where(seat => seat.Voting).Select(ReviewTeam.NameOf)];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Send, ct))
            return NotFound();
        var against = await AgainstAsync(ct);
        Missing = (NotNow ?? against)?.Sentence;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Send, () => SendAsync(ct), Texts.SaidSent, ct);

    private Refusal? NotNow =>
        Open.Case.Ball == Ball.Applicant ? ApplicationRefusals.WaitingForApplicant
        : Open.Case.State == ApplicationState.PreReview ? null
        : ReviewRefusals.SendNotNow(Open.Case.State);

    private async Task<Refusal?> AgainstAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        var findings = await db
            .Findings.AsNoTracking()
            .Where(finding => finding.Application == id)
            .ToListAsync(ct);
        if (Readiness.RuleOf(Open.Program) is { } found)
        {
            team = await ReviewTeam.OfAsync(db, Open.Case.Organisation, found.Stage.Team, ct);
            (Stage, Days, Needed) = (
                found.Stage.Title.ToString(),
                found.Rule.WithinDays,
                found.Rule.For
            );
        }
        return Readiness.Against(Open.Program, findings, team.Count(seat => seat.Voting));
    }

    private async Task<Outcome> SendAsync(CancellationToken ct)
    {
        var against = await AgainstAsync(ct);
        var sent = Open.Case.SendToWorkGroup(
            Open.ReviewStage?.Team ?? "",
            against,
            Open.Actor,
            Open.Now
        );
        return sent.Done
            ? sent.And(await rounds.OfAsync(Open.Case, Open.Program, Open.Actor, Open.AtHome, ct))
            : sent;
    }
}
