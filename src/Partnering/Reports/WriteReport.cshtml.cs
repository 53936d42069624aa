using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Reports;

/// <summary>The partner writes its report. Everything typed is kept first; what is to be mended is said after.</summary>
[SignedIn]
internal sealed class WriteReportPage(
    OpenPartner open,
    OpenReports reports,
    SaveReport save,
    ReportMail mail
) : PartnerVerb(open)
{
    public OpenReports Reports => reports;
    public FieldsView? Fields { get; private set; }
    public bool IsPublic => reports.Writable is not null && reports.Draft.IsPublic;
    public Partnership Partner => Open.Partner;

    /// <summary>What was promised to the partner, and may have been used.</summary>
    public IReadOnlyList<string> Benefits =>
        [.. Open.Partner.Promises.Benefits.Select(promise => promise.Words.ToString())];
    public PeriodicReview? Review => Open.Program.Review;

    /// <summary>"send" sends it; anything else keeps it.</summary>
    [BindProperty(Name = "act")]
    public string? Act { get; set; }

    protected override PartnerSide? OnlySide => PartnerSide.Partner;
    protected override bool IsTheirs => reports.Form is not null;

    public override async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        if (reports.Writable is null)
            return new SeeOther(ReportLinks.All(Head.Code));
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        var sends = Act == "send";
        if (await save.KeepAsync(Request.Form, ct))
            save.Judge(complete: sends);
        if (save.Problems.Count > 0)
        {
            Show();
            return this.Unprocessed();
        }
        if (!sends)
        {
            Said.Set(HttpContext, Texts.SaidKept);
            return new SeeOther(ReportLinks.Write(Head.Code));
        }
        var result = await this.CommitAsync(
            await SendAsync(ct),
            ReportLinks.All(Head.Code),
            Texts.SaidSent,
            ct
        );
        if (result is PageResult)
            Show();
        return result;
    }

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct))
            return false;
        await reports.LoadAsync(ct);
        return true;
    }

    private async Task<Outcome> SendAsync(CancellationToken ct)
    {
        // Once it is sent, the draft is another one or none.
        var draft = reports.Draft;
        var outcome = draft.Send(Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then(await mail.SentAsync(draft, ct)) : outcome;
    }

    private void Show()
    {
        if (reports.Writable is null && save.Mine.Count == 0)
            return;
        var state = reports.State(
            reports.Writable is null ? new(Open.Partner, 1) : reports.Draft,
            complete: false,
            summary: true
        );
        var here = state.Sections[0].All;
        Fields = new FieldsView(
            FieldsView.OnPage(here, here),
            [.. save.Problems, .. this.Problems()],
            save.Mine,
            [],
            Open.Today,
            save.Questions
        );
    }
}
