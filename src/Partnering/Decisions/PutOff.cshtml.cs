using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Lets a case rest until a day, and tells the applicants why.</summary>
[Requires(CasePermissions.Decide)]
internal sealed class PutOffPage(DecisionCases cases, StaffMail mail, Viewer viewer)
    : DecisionVerb(cases, CasePermissions.Decide)
{
    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";
    public DateParts Until { get; private set; } = DateParts.Empty;

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        Until = DateParts.Sent(Request.Form, "until");
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            PutOff(),
            then: DecisionLinks.Case(Case.Application.Reference),
            say: Texts.SaidPutOff,
            ct
        );
    }

    private Outcome PutOff()
    {
        var (application, actor, now) = (Case.Application, viewer.Actor, Case.Now);
        if (Case.SteppedAside)
            return DecisionRefusals.SteppedAside;
        if (!TypedDate.TryRead(Until.Day, Until.Month, Until.Year, out var day, out var problem))
            return DecisionRefusals.UntilUnreadable(problem.Sentence(CultureInfo.CurrentUICulture));
        if (day <= Case.Today)
            return DecisionRefusals.UntilPast;
        if (Words.Trim().Length == 0)
            return DecisionRefusals.NoReasonToPutOff;
        if (Words.Length > ThreadEntry.Most)
            return ApplicationRefusals.WordsTooLong(Words.Length);
        var outcome = application.PutOff(day, Case.Zone, actor, now);
        if (!outcome.Done)
            return outcome;
        var next = NextLineOf.Applicant(
            NextFacts.Of(application),
            Case.Program.Clocks,
            Case.AtHome
        );
        return outcome
            .And(Case.Supersede(actor))
            .And(application.Note(Audience.Applicant, Words, actor, now))
            .Then([.. mail.PutOff(application, Words, next.Sentence, now)]);
    }
}
