using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Reports.Domain;
using Microsoft.AspNetCore.Http;

namespace Banyan.Partnering.Reports;

/// <summary>Takes the answers of a posted report and keeps all of them as typed, also where two write at one moment.</summary>
internal sealed class SaveReport(BanyanDb db, OpenPartner open, OpenReports reports)
{
    public const string Tick = "public.consent";
    private const int Rounds = 5;

    /// <summary>The answer of somebody else that stands against ours, by question; ours stays in the field.</summary>
    public Dictionary<string, string> Mine { get; } = new(StringComparer.Ordinal);
    public List<FieldProblem> Problems { get; } = [];

    public IReadOnlyList<Question> Questions =>
        [.. reports.Form!.Questions, OpenReports.SummaryQuestion];

    /// <returns>False where nothing could be kept; what was typed is in <see cref="Mine"/> then.</returns>
    public async Task<bool> KeepAsync(IFormCollection form, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            if (reports.Writable is null)
                return Hold(form, ReportRefusals.WasSent);
            var kept = await db.CommitAsync(Write(form), ct);
            if (kept.Done)
                return true;
            if (round == Rounds || kept.Refusal != Refusals.ChangedMeanwhile)
                return Hold(form, kept.Refusal!);
            Mine.Clear();
            Problems.Clear();
            await open.LoadAsync(open.Partner.Code, ct);
            await reports.LoadAsync(ct);
        }
    }

    /// <summary>Writes what may be written, one refusal a field at most.</summary>
    private Outcome Write(IFormCollection form)
    {
        var draft = reports.Draft;
        reports.Begin();
        foreach (var question in Questions.Where(asked => SaveAnswers.WasSent(asked, form)))
        {
            var typed = SaveAnswers.Read(question, form);
            var based = int.TryParse(
                form[SaveAnswers.VersionField(question.Key)].ToString(),
                out var version
            )
                ? version
                : default(int?);
            var written = draft.Write(question.Key, typed, based, open.Actor, open.Now);
            if (written.Refusal is not { } refusal)
                continue;
            Mine[question.Key] = typed;
            Problems.Add(new FieldProblem(question.Key, refusal.Sentence));
        }
        // A browser sends nothing for a box without a tick; the summary beside it says that it was there.
        if (form.ContainsKey(PartnerReport.Summary))
            draft.Tick(form.ContainsKey(Tick));
        return Outcome.Of(open.Actor, open.Now);
    }

    private bool Hold(IFormCollection form, Refusal refusal)
    {
        foreach (var question in Questions.Where(asked => SaveAnswers.WasSent(asked, form)))
            Mine[question.Key] = SaveAnswers.Read(question, form);
        Problems.Add(new FieldProblem("", refusal.Sentence));
        return false;
    }

    /// <summary>What a reader of the report finds wrong; missing answers count only where asked.</summary>
    public void Judge(bool complete)
    {
        foreach (var state in reports.State(reports.Draft, complete, summary: true).Questions)
            if (
                state.Reading.Problem is { } problem
                && Problems.TrueForAll(known => known.Field != state.Question.Key)
            )
                Problems.Add(new FieldProblem(state.Question.Key, problem));
    }
}
