using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>All criteria of the program as one form.</summary>
[Requires(CasePermissions.Judge)]
internal sealed class JudgePage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    private Dictionary<string, CriterionFinding> findings = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Blocked { get; private set; }

    /// <summary>Where the case stands as it is shown; judged on another ground, it is shown again first.</summary>
    public ApplicationState Stood => Open.Case.State;

    public static IReadOnlyList<Choice> Verdicts =>
        [
            .. Enum.GetValues<Verdict>()
                .Select(verdict => new Choice(verdict.ToString(), VerdictWords.Of(verdict))),
        ];

    /// <param name="Based">The version of the finding that was on the page.</param>
    internal sealed record Row(
        string Key,
        string Text,
        string? Help,
        bool Mandatory,
        string Verdict,
        string Note,
        int Based
    );

    public const string StoodField = "stood";

    public static string BasedField(string criterion) => $"based-{criterion}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Judge, ct))
            return NotFound();
        await FindAsync(ct);
        Blocked = NotNow?.Sentence;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Judge, () => JudgeAllAsync(ct), Texts.SaidJudged, ct);

    private async Task<Outcome> JudgeAllAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await FindAsync(ct);
        Rows = [.. Rows.Select(Typed)];
        if (NotNow is { } notNow)
            return notNow;
        if (Request.Form[StoodField] != Stood.ToString())
            return ReviewRefusals.CaseWentOn(Stood);
        var outcome = Outcome.Of(Open.Actor, Open.Now);
        var refused = new List<Refusal>();
        foreach (var judged in Rows.Where(row => row.Verdict.Length > 0).Select(Judge))
        {
            if (judged.Refusal is { } refusal)
                refused.Add(refusal);
            else
                outcome = outcome.And(judged);
        }
        if (refused.Count > 0)
        {
            foreach (var refusal in refused.SkipLast(1))
                ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
            return refused[^1];
        }
        // Sending to the work group rests on these: of the two at one moment the later looks again.
        if (db.ChangeTracker.HasChanges())
            db.Hold(Open.Case);
        return outcome;
    }

    private Refusal? NotNow =>
        Open.Case.State
            is ApplicationState.PreReview
                or ApplicationState.InReview
                or ApplicationState.Consultation
                or ApplicationState.Deciding
            ? null
            : ReviewRefusals.JudgeNotNow(Open.Case.State);

    private async Task FindAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        findings = await db
            .Findings.Where(finding => finding.Application == id)
            .ToDictionaryAsync(finding => finding.Criterion, ct);
        var culture = CultureInfo.CurrentUICulture;
        Rows =
        [
            .. Open.Program.Criteria.Select(criterion =>
            {
                var finding = findings.GetValueOrDefault(criterion.Key);
                return new Row(
                    criterion.Key,
                    criterion.Text.In(culture),
                    criterion.Help?.In(culture),
                    criterion.Mandatory,
                    finding?.Verdict.ToString() ?? "",
                    finding?.Note ?? "",
                    finding?.Version ?? 0
                );
            }),
        ];
    }

    private Row Typed(Row row) =>
        row with
        {
            Verdict = this.Sent(FindingField.Verdict(row.Key)) ?? "",
            Note = Kernel.Text.Typed.Clean(this.Sent(FindingField.Note(row.Key))),
            Based = int.TryParse(this.Sent(BasedField(row.Key)), out var based) ? based : 0,
        };

    private Outcome Judge(Row row)
    {
        if (!Enum.TryParse<Verdict>(row.Verdict, out var verdict) || !Enum.IsDefined(verdict))
            return ReviewRefusals.CriterionUnknown;
        if (!findings.TryGetValue(row.Key, out var finding))
        {
            var (made, outcome) = CriterionFinding.Of(
                Open.Case.Id,
                row.Key,
                row.Text,
                verdict,
                row.Note,
                Open.Actor,
                Open.Now
            );
            if (made is not null)
                db.Add(made);
            return outcome;
        }
        var changes = finding.Verdict != verdict || (finding.Note ?? "") != row.Note.Trim();
        return changes && finding.Version != row.Based
            ? ReviewRefusals.FindingElsewhere
            : finding.Judge(verdict, row.Note, row.Text, Open.Actor, Open.Now);
    }
}

internal static class VerdictWords
{
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Met => Texts.VerdictMet,
            Verdict.NotMet => Texts.VerdictNotMet,
            Verdict.Unclear => Texts.VerdictUnclear,
            Verdict.Waived => Texts.VerdictWaived,
        };

    public static Kernel.Ui.Tone ToneOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Met => Kernel.Ui.Tone.Ok,
            Verdict.NotMet => Kernel.Ui.Tone.Stop,
            Verdict.Unclear => Kernel.Ui.Tone.Wait,
            Verdict.Waived => Kernel.Ui.Tone.Plain,
        };
}
