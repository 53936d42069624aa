using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Admits an appeal, so that others decide anew, or says why the decision stands. Who had a part in the decision does neither.</summary>
[Requires(CasePermissions.Correct)]
internal sealed class AnswerAppealPage(DecisionCases cases, AppealMail mail, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Correct)
{
    [BindProperty(Name = "answer")]
    public string Answer { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public Appeal? Appeal => Case.Application.Appeal;

    public static IReadOnlyList<Choice> Answers =>
        [
            new("admit", Texts.AppealAdmit, Texts.AppealAdmitHint),
            new("refuse", Texts.AppealRefuse, Texts.AppealRefuseHint),
        ];

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            AnswerIt(),
            then: DecisionLinks.Case(Case.Application.Reference),
            say: Answer == "admit" ? Texts.SaidAppealAdmitted : Texts.SaidAppealRefused,
            ct
        );
    }

    private Outcome AnswerIt()
    {
        var (application, actor, now) = (Case.Application, viewer.Actor, Case.Now);
        if (Case.SteppedAside)
            return DecisionRefusals.SteppedAside;
        if (Case.DecidedBefore)
            return DecisionRefusals.DecidedBefore;
        if (Reason.Length > ThreadEntry.Most)
            return ApplicationRefusals.WordsTooLong(Reason.Length) with { Field = "reason" };
        var outcome = Answer switch
        {
            "admit" => application.AdmitAppeal(
                GatherFacts.OpenKeyOf(Case.Program, application),
                actor,
                now
            ),
            "refuse" => application.RefuseAppeal(Reason, actor, now),
            _ => DecisionRefusals.NoAnswerToAppeal,
        };
        return outcome.Done
            ? outcome.Then(
                mail.Answered(
                    application,
                    Reason.Trim(),
                    NextLineOf
                        .Applicant(NextFacts.Of(application), Case.Program.Clocks, Case.AtHome)
                        .Sentence,
                    now
                )
            )
            : outcome;
    }
}
