using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>The chair decides a tie, where the rule leaves it to them.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class CastingVotePage(OpenCase open, RunRound rounds) : ChairVerb(open)
{
    public static IReadOnlyList<Choice> Choices =>
        [
            new(nameof(Ballots.Domain.Vote.For), Texts.CastingVoteFor),
            new(nameof(Ballots.Domain.Vote.Against), Texts.CastingVoteAgainst),
        ];

    [BindProperty(Name = "vote")]
    public string Vote { get; set; } = "";

    /// <summary>What was counted.</summary>
    public string Tie { get; private set; } = "";

    protected override Refusal? Against => Round.AgainstCasting(Open.Person, Open.Now);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => CastAsync(ct), Texts.SaidCastingVote, ct);

    protected override Task ShowAsync(CancellationToken ct)
    {
        // Before there is a tie, what was counted is hidden from the chair like from everybody who has not voted.
        if (Round.Phase == RoundPhase.Casting)
            Tie = RoundSentences.Of(
                Round.Stands(Open.Now),
                Round.ClosesAt.InZone(Open.AtHome.Zone).Date
            );
        return Task.CompletedTask;
    }

    private async Task<Outcome> CastAsync(CancellationToken ct)
    {
        if (!Enum.TryParse<Vote>(Vote, out var vote) || !Enum.IsDefined(vote))
            return BallotRefusals.CastingForOrAgainst;
        var cast = Round.CastCasting(vote, Open.Actor, Open.Now);
        return cast.Done ? cast.And(await rounds.SettleAsync(Open.Turn, Round, ct)) : cast;
    }
}
