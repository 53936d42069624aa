using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>Asks those by mail whose votes are missing.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class NudgePage(OpenCase open, ChairMail mail) : ChairVerb(open)
{
    public IReadOnlyList<string> Silent => [.. Round.Silent().Select(seat => seat.Name)];

    protected override Refusal? Against => Round.AgainstNudging(Open.Now);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => NudgeAsync(ct), Texts.SaidNudge, ct);

    private async Task<Outcome> NudgeAsync(CancellationToken ct)
    {
        var (nudged, outcome) = Round.Nudge(Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then([.. await mail.NudgedAsync(Open, nudged, ct)]) : outcome;
    }
}
