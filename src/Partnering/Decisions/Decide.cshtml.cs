using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Records what is decided and writes its letter. Nothing leaves yet.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class DecidePage(
    BanyanDb db,
    DecisionCases cases,
    LetterComposer composer,
    Viewer viewer
) : DecisionVerb(cases, CasePermissions.Decide)
{
    public DecideForm Form { get; private set; } = DecideForm.Empty;

    /// <summary>There is a vote or advice to decide against.</summary>
    public bool HasReview =>
        Case.Review
            is ReviewResult.Consensus
                or ReviewResult.NoConsensus
                or ReviewResult.Recommended
                or ReviewResult.NotRecommended;

    public bool MayDecide(DecisionOutcome outcome) =>
        Case.Program.Decision.Outcomes.Contains(outcome.Key);

    public IReadOnlyList<Choice> Outcomes =>
        [
            .. new (DecisionOutcome Outcome, string Words, string Hint)[]
            {
                (DecisionOutcome.Approved, Texts.Approve, Texts.ApproveHint),
                (
                    DecisionOutcome.ApprovedWithConditions,
                    Texts.ApproveWithConditions,
                    Texts.ApproveWithConditionsHint
                ),
                (DecisionOutcome.ApprovedOnTrial, Texts.ApproveOnTrial, Texts.ApproveOnTrialHint),
                (DecisionOutcome.Declined, Texts.Decline, Texts.DeclineHint),
            }
                .Where(known => MayDecide(known.Outcome))
                .Select(known => new Choice(known.Outcome.Key, known.Words, known.Hint)),
        ];

    public override async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        if ((Case.Decision ?? Case.Before) is { } decision)
            Form = DecideForm.Of(decision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        Form = DecideForm.Sent(Request.Form, Case.Program);
        var (draft, problem) = Form.Read();
        if (draft is null)
            return this.Refuse(problem!);
        var outcome = await RecordAsync(draft, ct);
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Letter(Case.Application.Reference),
            say: Texts.SaidDecided,
            ct
        );
    }

    /// <summary>The new decision takes the place of the one before, whose unsent letter dies with it.</summary>
    private async Task<Outcome> RecordAsync(DecisionDraft draft, CancellationToken ct)
    {
        var (decision, outcome) = Decision.Record(
            Case.Application.Id,
            draft,
            Case.Facts,
            viewer.Actor,
            Case.Now
        );
        if (decision is null)
            return outcome;
        Cases.Hold(Case.Application);
        outcome = Case.Supersede(viewer.Actor).And(outcome);
        db.Decisions.Add(decision);
        db.Letters.Add(
            Letter.Write(decision, await composer.ComposeAsync(Case, decision, ct), Case.Now)
        );
        return outcome;
    }
}
