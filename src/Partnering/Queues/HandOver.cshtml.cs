using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Queues.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Queues;

/// <summary>Gives all open cases of one lead to another, after they were shown.</summary>
[Requires(CasePermissions.Lead)]
internal sealed class HandOverPage(LedCases led, Viewer viewer, ReviewMail mail) : PageModel
{
    [BindProperty(Name = "from", SupportsGet = true)]
    public string From { get; set; } = "";

    [BindProperty(Name = "to", SupportsGet = true)]
    public string To { get; set; } = "";

    [BindProperty(Name = "note")]
    public string Note { get; set; } = "";

    public LedCases Led => led;

    /// <summary>Both are chosen, so what would happen can be shown.</summary>
    public bool Previews => led.To is not null && led.FromName is not null;

    public async Task OnGetAsync(CancellationToken ct) => await led.LoadAsync(From, To, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await led.LoadAsync(From, To, ct);
        return await this.CommitAsync(
            () => led.LoadAsync(From, To, ct),
            () => Task.FromResult(HandOver()),
            CaseLinks.All,
            Texts.SaidHandedOver,
            ct
        );
    }

    private Outcome HandOver()
    {
        if (led.To is not { } to)
            return ApplicationRefusals.LeadNotOfDesk with { Field = "to" };
        if (led.Going.Count == 0)
            return QueueRefusals.NothingToHandOver;
        var name = ReviewTeam.NameOf(to);
        var outcome = Outcome.Of(viewer.Actor, led.Now);
        foreach (var application in led.Going)
            outcome = outcome.And(
                application.ChangeLead(to.Person, name, Note, viewer.Actor, led.Now)
            );
        return to.Person == viewer.Person
            ? outcome
            : outcome.Then(
                mail.HandedOver(
                    led.Going,
                    to,
                    led.FromName ?? "",
                    viewer.Actor.Name,
                    Kernel.Text.Typed.Clean(Note).Trim(),
                    led.Now
                )
            );
    }
}
