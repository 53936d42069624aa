using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Gives the case back to the work group for another round, and says why to its members.</summary>
[Requires(CasePermissions.Send)]
internal sealed class SendBackPage(DecisionCases cases, RunRound rounds, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Send)
{
    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

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
                .And(
                    Stages.Voting(Case.Program) is { } voting
                        ? await rounds.BeginAsync(
                            new(application, Case.Program, viewer.Actor, Case.Now),
                            voting,
                            ct
                        )
                        : ReviewRefusals.NoWorkGroup
                );
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Case(application.Reference),
            say: Texts.SaidSentBack,
            ct
        );
    }
}
