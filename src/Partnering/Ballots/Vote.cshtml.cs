using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Ballots;

[Requires(CasePermissions.Vote)]
internal sealed class VotePage(OpenCase open, RunRound rounds, QueueTurn queue) : CaseVerb(open)
{
    public static IReadOnlyList<Choice> Choices =>
        [
            new(nameof(Domain.Vote.For), Texts.VoteFor),
            new(nameof(Domain.Vote.Against), Texts.VoteAgainst, Texts.VoteAgainstHint),
            new(nameof(Domain.Vote.Abstain), Texts.VoteAbstain, Texts.VoteAbstainHint),
        ];

    [BindProperty(Name = "vote")]
    public string Vote { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    [BindProperty(Name = QueueTurn.Field, SupportsGet = true)]
    public string Queue { get; set; } = "";

    /// <summary>Sent by the button that goes on to the next case.</summary>
    [BindProperty(Name = "next")]
    public string Next { get; set; } = "";

    /// <summary>Where one is in the queue; null where the page was reached by another way.</summary>
    public QueueView? InQueue { get; private set; }

    /// <summary>Why one cannot vote now; null when one can.</summary>
    public string? Blocked { get; private set; }
    public bool Voted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (
            !await Open.LoadAsync(reference, CasePermissions.Vote, ct)
            || Open.Round is not { } round
        )
            return NotFound();
        Blocked = round.AgainstVoting(Open.Person, Open.Case, Open.Now)?.Sentence;
        if (round.BallotOf(Open.Person) is { } ballot)
            (Voted, Vote, Reason) = (true, ballot.Vote.ToString(), ballot.Reason ?? "");
        InQueue = await queue.ShowAsync(Queue, reference, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        InQueue = await queue.ShowAsync(Queue, reference, ct);
        return await DoAsync(
            reference,
            CasePermissions.Vote,
            () => CastAsync(ct),
            Texts.SaidVoted,
            ct
        );
    }

    protected override string SeenAt =>
        QueueTurn.After(Queue, Next, Open.Case.Reference) ?? base.SeenAt;

    private async Task<Outcome> CastAsync(CancellationToken ct)
    {
        if (Open.Round is not { } round)
            return BallotRefusals.RoundOver;
        if (!Enum.TryParse<Vote>(Vote, out var vote) || !Enum.IsDefined(vote))
            return BallotRefusals.ChooseAVote;
        var cast = round.Cast(Open.Case, vote, Reason, Open.Actor, Open.Now);
        return cast.Done ? cast.And(await rounds.SettleAsync(Open.Turn, round, ct)) : cast;
    }
}
