using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Applications.Letters;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Check your answers, then send. Each thing that stands against it is said with the way to mend it.</summary>
[Holder]
internal sealed class SendPage(
    OpenApplication open,
    CheckRequests checks,
    GatherFacts gather,
    SentMail mail
) : PageModel
{
    public OpenApplication Open => open;
    public string? Partner => gather.Partner;
    public FormState Form { get; private set; } = null!;
    public IReadOnlyList<Check> Checks { get; private set; } = [];
    public IReadOnlyList<Clause> ClausesLeft { get; private set; } = [];
    public WindowNotice? Window { get; private set; }

    /// <summary>The program takes no application from them today; says why.</summary>
    public Kernel.Domain.Refusal? Shut => Admission.Against(open.Program, open.Today, open.Code);
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        if (open.Application.State != ApplicationState.Draft)
            return new SeeOther(ApplicationLinks.Show(reference));
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            () => open.LoadAsync(reference, ct),
            () => SubmitAsync(ct),
            ApplicationLinks.Show(open.Application.Reference),
            Texts.SaidSent.With(open.Application.Reference),
            ct
        );
    }

    private async Task<Kernel.Domain.Outcome> SubmitAsync(CancellationToken ct)
    {
        var (facts, community) = await gather.ForAsync(open, ct);
        var application = open.Application;
        var outcome = application.Submit(facts, open.Actor, open.Now);
        if (outcome.Done)
        {
            if (open.Viewer.Person is { } person && EmailOf(open.Viewer) is { } email)
                outcome = outcome.And(application.Prove(email, person, open.Actor, open.Now));
            outcome = community
                .And(outcome)
                .Then(await mail.OfAsync(open, ct))
                .Then(await checks.WatchAsync(application.Id, open.Now, ct));
        }
        await ShowAsync(ct);
        return outcome;
    }

    internal static Kernel.Domain.EmailAddress? EmailOf(Viewer viewer) =>
        Kernel.Domain.EmailAddress.TryParse(viewer.Email, out var email, out _) ? email : null;

    private async Task ShowAsync(CancellationToken ct)
    {
        Form = open.Form(complete: true);
        ClausesLeft = open.ClausesLeft;
        Window = WindowNotice.Of(open.Window(Form), Form.Date);
        Checks = await checks.OfAsync(open.Application.Id, ct);
    }
}
