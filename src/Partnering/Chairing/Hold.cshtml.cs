using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>Stops a vote because something new is known; staff may as well.</summary>
[Requires(CasePermissions.Hold)]
internal sealed class HoldPage(OpenCase open, ChairMail mail) : ChairVerb(open)
{
    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    protected override string Permission => CasePermissions.Hold;
    protected override bool IsTheirs => Open.HoldsRound;

    protected override Refusal? Against =>
        !Round.IsOpen ? BallotRefusals.RoundOver
        : Round.HeldFor is { } reason ? BallotRefusals.RoundHeld(reason)
        : Round.IsOver(Open.Now) ? BallotRefusals.TimeOver
        : null;

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => HoldAsync(ct), Texts.SaidHold, ct);

    private async Task<Outcome> HoldAsync(CancellationToken ct)
    {
        var held = Round.Hold(Reason, Open.Actor, Open.Now);
        return held.Done ? held.Then([.. await mail.HeldAsync(Open, ct)]) : held;
    }
}
