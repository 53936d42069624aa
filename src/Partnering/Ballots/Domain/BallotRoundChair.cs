using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What the chair does to keep a round going.</summary>
internal sealed partial class BallotRound
{
    /// <summary>Nobody is asked for a vote by mail more often.</summary>
    public static readonly Duration BetweenNudges = Duration.FromDays(1);

    /// <summary>Whose vote is still to come: not cast, or cast on answers that have changed since.</summary>
    public IReadOnlyList<RoundSeat> Silent() =>
        [.. VotingSeats.Where(seat => BallotOf(seat.Person) is not { Counts: true })];

    /// <summary>Whose seat can be given to somebody else.</summary>
    public IReadOnlyList<RoundSeat> Replaceable() =>
        [.. VotingSeats.Where(seat => BallotOf(seat.Person) is null)];

    /// <summary>What the rule would say if the phase were over now.</summary>
    public Judgement IfEnded(Instant now) => RuleJudge.Judge(StateAt(now) with { TimeOver = true });

    public Refusal? AgainstEnding(Instant now) =>
        !IsOpen ? BallotRefusals.RoundOver
        : Parked is { } parked ? parked
        : IsOver(now) ? BallotRefusals.TimeOver
        : RuleJudge.ChairMayClose(StateAt(now)) ? null
        : BallotRefusals.TooEarlyToClose;

    public Refusal? AgainstNudging(Instant now)
    {
        if (AgainstAsking(now) is { } refusal)
            return refusal;
        var silent = Silent();
        return silent.Count == 0 ? BallotRefusals.NobodySilent
            : silent.Any(seat => MayBeNudged(seat, now)) ? null
            : BallotRefusals.NudgedToday;
    }

    public Refusal? AgainstReplacing(Instant now) =>
        AgainstAsking(now) ?? (Replaceable().Count == 0 ? BallotRefusals.NobodyToReplace : null);

    /// <summary>Asks the silent for their votes, each at most once a day.</summary>
    public (IReadOnlyList<RoundSeat> Nudged, Outcome Outcome) Nudge(Actor actor, Instant now)
    {
        if (AgainstNudging(now) is { } refusal)
            return ([], refusal);
        var nudged = Silent().Where(seat => MayBeNudged(seat, now)).ToList();
        foreach (var seat in nudged)
            seat.NudgedAt = now;
        return (nudged, Outcome.Of(actor, now, new MembersNudged(Application.Value, nudged.Count)));
    }

    private Refusal? AgainstAsking(Instant now) =>
        !IsOpen ? BallotRefusals.RoundOver
        : Parked is { } parked ? parked
        : Phase == RoundPhase.Casting ? BallotRefusals.ChairsTurn
        : IsOver(now) ? BallotRefusals.TimeOver
        : null;

    private static bool MayBeNudged(RoundSeat seat, Instant now) =>
        seat.NudgedAt is not { } at || now - at >= BetweenNudges;
}
