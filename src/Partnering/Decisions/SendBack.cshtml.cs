using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Decisions;

/// <summary>Gives the case back to the work group for another round, and says why to its members.</summary>
[Requires(CasePermissions.Send)]
internal sealed class SendBackPage(BanyanDb db, DecisionCases cases, Viewer viewer) : PageModel
{
    public DecisionCase Case { get; private set; } = null!;

    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        var application = Case.Application;
        var outcome = application
            .Note(Audience.Reviewers, Words, viewer.Actor, Case.Now)
            .And(application.SendBack(viewer.Actor, Case.Now));
        if (outcome.Done)
            outcome = outcome
                .And(Case.Supersede(viewer.Actor))
                .And(await OpenRoundAsync(application, ct));
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Case(application.Reference),
            say: Texts.SaidSentBack,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, CasePermissions.Send, ct) is not { } found)
            return false;
        Case = found;
        return true;
    }

    private async Task<Outcome> OpenRoundAsync(Application application, CancellationToken ct)
    {
        var stage = Case.Program.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Review);
        if (stage is not { Rule: DecisionRule.LazyConsensus rule })
            return ReviewRefusals.NoWorkGroup;
        var members = await db
            .SeatFacts.Where(seat =>
                seat.Organisation == application.Organisation && seat.Team == stage.Team
            )
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);
        var voting = members.Count(seat => seat.Voting);
        if (voting < rule.For)
            return ReviewRefusals.TooFewMembers(stage.Team, rule.For, voting);
        var (round, outcome) = BallotRound.Open(
            application.Id,
            stage.Key,
            rule,
            members.Select(seat => new RoundSeat(seat.Person, seat.Name, seat.Voting)),
            viewer.Actor,
            Case.Now
        );
        db.Rounds.Add(round);
        return outcome;
    }
}
