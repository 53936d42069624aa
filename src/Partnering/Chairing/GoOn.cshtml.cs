using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>What was new has been looked at: the vote goes on, and the time waited is added.</summary>
[Requires(CasePermissions.Hold)]
internal sealed class GoOnPage(OpenCase open, RunRound rounds, ChairMail mail) : ChairVerb(open)
{
    /// <summary>Why it was stopped.</summary>
    public string Reason { get; private set; } = "";

    protected override string Permission => CasePermissions.Hold;
    protected override bool IsTheirs => Open.HoldsRound;

    protected override Refusal? Against =>
        Round is { IsOpen: true, HeldFor: not null } ? null : BallotRefusals.NotHeld;

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => GoOnAsync(ct), Texts.SaidGoOn, ct);

    protected override Task ShowAsync(CancellationToken ct)
    {
        Reason = Round.HeldFor ?? "";
        return Task.CompletedTask;
    }

    // While it stood still a member may have stepped aside, so the rule is asked again.
    private async Task<Outcome> GoOnAsync(CancellationToken ct)
    {
        var went = Round.LetGoOn(Open.Actor, Open.Now);
        if (!went.Done)
            return went;
        went = went.And(await rounds.SettleAsync(Open.Turn, Round, ct));
        return went.Done && Round.IsOpen ? went.Then([.. await mail.WentOnAsync(Open, ct)]) : went;
    }
}
