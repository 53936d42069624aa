using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Review.Domain;

/// <summary>What was counted. An abstention is neither for nor against; a silent member is absent.</summary>
internal sealed record Tally(int For, int Against, int Abstained, int Absent, int Needed, int Day);

/// <summary>Where a round stands. Without an outcome it is still open.</summary>
internal sealed record Judgement(RoundOutcome? Outcome, Tally Tally, string Sentence);

/// <summary>Enough votes for and none against when the time is over. The first vote against hands the case back to staff.</summary>
internal static class LazyConsensus
{
    /// <param name="seats">How many may vote.</param>
    /// <param name="openedAt">When the time began to run; moved by pauses. Days are 24 hours each, the first is day 1.</param>
    public static Judgement Judge(
        DecisionRule.LazyConsensus rule,
        IEnumerable<Ballot> ballots,
        int seats,
        Instant openedAt,
        Instant now
    )
    {
        var votes = ballots.Select(ballot => ballot.Vote).ToList();
        var elapsed = now - openedAt;
        var tally = new Tally(
            For: votes.Count(vote => vote == Vote.For),
            Against: votes.Count(vote => vote == Vote.Against),
            Abstained: votes.Count(vote => vote == Vote.Abstain),
            Absent: seats - votes.Count,
            Needed: rule.For,
            Day: Math.Clamp(elapsed.Days + 1, 1, Math.Max(1, rule.WithinDays))
        );
        if (tally.Against > 0)
            return new(RoundOutcome.NoConsensus, tally, ReviewSentences.Objection(tally));
        var enough = tally.For >= rule.For;
        if (elapsed >= Duration.FromDays(rule.WithinDays))
            return enough
                ? new(RoundOutcome.Passed, tally, ReviewSentences.Passed(tally, rule.WithinDays))
                : new(RoundOutcome.NoConsensus, tally, ReviewSentences.TooFew(tally));
        if (tally.Absent <= 0)
            return enough
                ? new(RoundOutcome.Passed, tally, ReviewSentences.PassedByAll(tally))
                : new(RoundOutcome.NoConsensus, tally, ReviewSentences.TooFew(tally));
        if (enough && rule.Early)
            return new(RoundOutcome.Passed, tally, ReviewSentences.PassedEarly(tally));
        var until = openedAt + Duration.FromDays(rule.WithinDays);
        return new(
            null,
            tally,
            enough
                ? ReviewSentences.OpenToObjections(tally, until)
                : ReviewSentences.StillOpen(tally, until)
        );
    }
}
