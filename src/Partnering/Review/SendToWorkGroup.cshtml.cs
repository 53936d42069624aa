using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>Sends a case to the work group: its vote opens, and its members are told.</summary>
[Requires(CasePermissions.Send)]
internal sealed class SendToWorkGroupPage(BanyanDb db, OpenCase open, RunRound rounds)
    : CaseVerb(open)
{
    private IReadOnlyList<SeatFacts> team = [];

    /// <summary>What is missing; null when nothing is.</summary>
    public string? Missing { get; private set; }
    public string Stage { get; private set; } = "";

    /// <summary>How the vote is decided, in words.</summary>
    public string Rule { get; private set; } = "";
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
        if (Stages.Voting(Open.Program) is { } found)
        {
            team = await ReviewTeam.OfAsync(db, Open.Case.Organisation, found.Stage.Team, ct);
            (Stage, Rule) = (found.Stage.Title.ToString(), ProgramWords.RuleOf(found.Stage));
        }
        return Readiness.Against(Open.Program, findings, team.Count(seat => seat.Voting));
    }

    private async Task<Outcome> SendAsync(CancellationToken ct)
    {
        if (Stages.Voting(Open.Program) is not { } voting)
            return ReviewRefusals.NoWorkGroup;
        var against = await AgainstAsync(ct);
        var sent = Open.Case.SendToWorkGroup(voting.Stage.Team, against, Open.Actor, Open.Now);
        return sent.Done ? sent.And(await rounds.BeginAsync(Open.Turn, voting, ct)) : sent;
    }
}
