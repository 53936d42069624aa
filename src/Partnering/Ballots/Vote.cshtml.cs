using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using Banyan.Partnering.Review.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Ballots;

[Requires(CasePermissions.Vote)]
internal sealed class VotePage(BanyanDb db, OpenCase open, RunRound rounds) : CaseVerb(open)
{
    public IReadOnlyList<Choice> Choices =>
        [
            new(nameof(Domain.Vote.For), Texts.VoteFor),
            new(
                nameof(Domain.Vote.Against),
                Texts.VoteAgainst,
                Open.Round?.Rule switch
                {
                    DecisionRule.LazyConsensus => Texts.VoteAgainstDiscussionHint,
                    DecisionRule.NoObjection => Texts.VoteAgainstFastLaneHint,
                    _ => Texts.VoteAgainstHint,
                }
            ),
            new(nameof(Domain.Vote.Abstain), Texts.VoteAbstain, Texts.VoteAbstainHint),
        ];

    [BindProperty(Name = "vote")]
    public string Vote { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    /// <summary>What staff found, beside the vote.</summary>
    public IReadOnlyList<CriterionView> Criteria { get; private set; } = [];

    /// <summary>How the round is decided, in words.</summary>
    public string Rule => Open.Round is { } round ? RuleWords.Of(round.Rule) : "";

    /// <summary>Grows with every change of an answer: a vote counts for what its page was opened on.</summary>
    [BindProperty(Name = "seen")]
    public string Seen { get; set; } = "";

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
        await ShowAsync(ct);
        Seen = await AnswersAsync(ct);
        Blocked = round.AgainstVoting(Open.Person, Open.Case, Open.Now)?.Sentence;
        if (round.BallotOf(Open.Person) is { } ballot)
            (Voted, Vote, Reason) = (true, ballot.Vote.ToString(), ballot.Reason ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        var answer = await DoAsync(
            reference,
            CasePermissions.Vote,
            () => CastAsync(ct),
            Texts.SaidVoted,
            ct
        );
        if (answer is PageResult)
            await ShowAsync(ct);
        return answer;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        var findings = await db
            .Findings.AsNoTracking()
            .Where(finding => finding.Application == id)
            .ToListAsync(ct);
        Criteria =
        [
            .. Open.Program.Criteria.Select(criterion => CriterionView.Of(criterion, findings)),
        ];
    }

    private async Task<Outcome> CastAsync(CancellationToken ct)
    {
        if (Open.Round is not { } round)
            return BallotRefusals.RoundOver;
        if (!Enum.TryParse<Vote>(Vote, out var vote) || !Enum.IsDefined(vote))
            return BallotRefusals.ChooseAVote;
        var answers = await AnswersAsync(ct);
        if (Seen != answers)
        {
            Seen = answers;
            return BallotRefusals.AnswersChanged;
        }
        var cast = round.Cast(Open.Case, vote, Reason, Open.Actor, Open.Now);
        return cast.Done ? cast.And(await rounds.SettleAsync(Open.Turn, round, ct)) : cast;
    }

    private async Task<string> AnswersAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        var versions = await db.Set<Answer>()
            .Where(answer => answer.Application == id)
            .SumAsync(answer => answer.Version, ct);
        return versions.ToString(CultureInfo.InvariantCulture);
    }
}
