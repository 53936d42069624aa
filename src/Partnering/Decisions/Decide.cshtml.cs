using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>Records what is decided and writes its letter. Nothing leaves yet.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class DecidePage(
    BanyanDb db,
    DecisionCases cases,
    LetterComposer composer,
    Viewer viewer
) : PageModel
{
    public DecisionCase Case { get; private set; } = null!;

    [BindProperty(Name = "outcome")]
    public string Outcome { get; set; } = "";

    [BindProperty(Name = "advice")]
    public string Advice { get; set; } = "";

    /// <summary>By the key of the criterion.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; private set; } =
        new Dictionary<string, string>();
    public DateParts AgainFrom { get; private set; } = DateParts.Empty;
    public DateParts HoldUntil { get; private set; } = DateParts.Empty;

    public IReadOnlyList<Choice> Outcomes =>
        [
            new("approved", Texts.Approve, Texts.ApproveHint),
            new("declined", Texts.Decline, Texts.DeclineHint),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        if (Case.Decision is { } decision)
        {
            Outcome = decision.Outcome == DecisionOutcome.Approved ? "approved" : "declined";
            Advice = decision.Advice;
            AgainFrom = decision.AgainFrom is { } day ? DateParts.Of(day) : DateParts.Empty;
            HoldUntil = decision.HoldUntil is { } held ? DateParts.Of(held) : DateParts.Empty;
            Reasons = decision.Reasons.ToDictionary(
                reason => reason.Criterion,
                reason => reason.Words,
                StringComparer.Ordinal
            );
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        ReadForm();
        if (ReadDraft(out var draft) is { } unreadable)
            return this.Refuse(unreadable);
        var outcome = await RecordAsync(draft!, ct);
        return await this.CommitAsync(
            outcome,
            then: DecisionLinks.Letter(Case.Application.Reference),
            say: Texts.SaidDecided,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, CasePermissions.Decide, ct) is not { } found)
            return false;
        Case = found;
        return true;
    }

    private void ReadForm()
    {
        Reasons = Case.Program.Criteria.ToDictionary(
            criterion => criterion.Key,
            criterion => Typed.Clean(Request.Form[DecisionRefusals.Field(criterion.Key)]),
            StringComparer.Ordinal
        );
        AgainFrom = DateParts.Sent(Request.Form, "againFrom");
        HoldUntil = DateParts.Sent(Request.Form, "holdUntil");
    }

    private Refusal? ReadDraft(out DecisionDraft? draft)
    {
        draft = null;
        var declined = Outcome == "declined";
        if (!declined && Outcome != "approved")
            return DecisionRefusals.NoOutcome;
        var (againFrom, unreadable) = Day(
            declined ? AgainFrom : DateParts.Empty,
            DecisionRefusals.AgainFromUnreadable
        );
        var (holdUntil, unclear) = Day(HoldUntil, DecisionRefusals.HoldUnreadable);
        if ((unreadable ?? unclear) is { } refusal)
            return refusal;
        draft = new DecisionDraft(
            declined ? DecisionOutcome.Declined : DecisionOutcome.Approved,
            Reasons,
            Advice,
            againFrom,
            holdUntil
        );
        return null;
    }

    private static (LocalDate? Day, Refusal? Problem) Day(
        DateParts typed,
        Func<string, Refusal> refuse
    )
    {
        if (typed.IsEmpty)
            return (null, null);
        return TypedDate.TryRead(typed.Day, typed.Month, typed.Year, out var day, out var problem)
            ? (day, null)
            : (null, refuse(problem.Sentence(System.Globalization.CultureInfo.CurrentUICulture)));
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
        cases.Hold(Case.Application);
        outcome = Case.Supersede(viewer.Actor).And(outcome);
        db.Decisions.Add(decision);
        db.Letters.Add(
            Letter.Write(decision, await composer.ComposeAsync(Case, decision, ct), Case.Now)
        );
        return outcome;
    }
}
