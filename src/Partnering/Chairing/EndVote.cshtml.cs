using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Banyan.Partnering.Chairing;

/// <summary>The chair ends a phase whose rule allows it; who is silent then counts as absent.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class EndVotePage(OpenCase open, RunRound rounds) : ChairVerb(open)
{
    /// <summary>What the rule would say if it ended now.</summary>
    public string IfEnded { get; private set; } = "";
    public IReadOnlyList<string> Effects { get; private set; } = [];

    // A chair with a vote learns here how the others voted, so their own comes first.
    protected override Refusal? Against =>
        Round.AgainstEnding(Open.Now)
        ?? (
            Round.SeatOf(Open.Person) is { Eligible: true } && !Round.ShowsVotesTo(Open.Person)
                ? BallotRefusals.VoteFirst
                : null
        );

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => EndAsync(ct), Texts.SaidEndVote, ct);

    protected override Task ShowAsync(CancellationToken ct)
    {
        var judgement = Round.IfEnded(Open.Now);
        var until = Open.Now;
        if (judgement.Step == RoundStep.AskChair)
            until += Duration.FromDays(BallotRound.CastingDays);
        IfEnded = RoundSentences.Of(
            Round.ResultOf(judgement, Open.Now),
            until.InZone(Open.AtHome.Zone).Date
        );
        var silent = Round.Silent();
        Effects =
        [
            silent.Count == 0
                ? Texts.EndVoteNobodyAbsent
                : Texts.EndVoteAbsent.With(string.Join(", ", silent.Select(seat => seat.Name))),
            Texts.EndVoteForGood,
        ];
        return Task.CompletedTask;
    }

    private async Task<Outcome> EndAsync(CancellationToken ct)
    {
        var ended = Round.CloseByChair(Open.Actor, Open.Now);
        return ended.Done ? ended.And(await rounds.SettleAsync(Open.Turn, Round, ct)) : ended;
    }
}
