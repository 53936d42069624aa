using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What members do in a round.</summary>
internal sealed partial class BallotRound
{
    /// <summary>What stands against a vote of this person now; null when nothing does.</summary>
    public Refusal? AgainstVoting(PersonId? person, Application application, Instant now)
    {
        if (
            !IsOpen
            || application.State is not (ApplicationState.InReview or ApplicationState.Consultation)
        )
            return BallotRefusals.RoundOver;
        if (
            (Parked ?? (application.Ball == Ball.Applicant ? BallotRefusals.VotesParked : null)) is
            { } parked
        )
            return parked;
        if (SeatOf(person) is not { Voting: true } seat)
            return BallotRefusals.NoSeat;
        if (seat.Standing == SeatStanding.Recused)
            return BallotRefusals.Recused;
        if (!IsCleared(person))
            return BallotRefusals.DeclareFirst;
        if (Phase == RoundPhase.Casting)
            return BallotRefusals.ChairsTurn;
        return now >= ClosesAt ? BallotRefusals.TimeOver : null;
    }

    /// <summary>Casts a vote, changes it, or confirms a stale one. What the rule makes of it is said by <see cref="Settle"/>.</summary>
    public Outcome Cast(
        Application application,
        Vote vote,
        string? reason,
        Actor actor,
        Instant now
    )
    {
        if (AgainstVoting(actor.Person, application, now) is { } refusal)
            return refusal;
        var why = reason?.Trim() ?? "";
        if (vote == Vote.Against && why.Length == 0)
            return BallotRefusals.ReasonForObjection;
        var person = actor.Person!.Value;
        var earlier = BallotOf(person);
        if (earlier?.Says(vote, why) == true)
            return Outcome.Of(actor, now);
        if (earlier is null)
            Ballots.Add(new Ballot(person, SeatOf(person)!.Name, vote, why, now));
        else
            earlier.Change(vote, why, now);
        return Outcome.Of(
            actor,
            now,
            new BallotCast(Application.Value, vote.ToString(), Changed: earlier is not null)
        );
    }

    /// <summary>Nothing stands against this member's vote: they may vote in this round.</summary>
    public void Clear(PersonId person, Instant now)
    {
        if (!IsOpen || SeatOf(person) is not { } seat)
            return;
        seat.Standing = SeatStanding.Seated;
        if (!IsCleared(person))
            Clearances.Add(new Clearance(person, now));
    }

    /// <summary>A conflict of interest takes the seat, and the vote that was cast from it.</summary>
    public void Recuse(PersonId person)
    {
        if (!IsOpen || SeatOf(person) is not { } seat)
            return;
        seat.Standing = SeatStanding.Recused;
        Ballots.RemoveAll(ballot => ballot.Person == person);
        Clearances.RemoveAll(clearance => clearance.Person == person);
    }

    /// <summary>Why nobody votes while the round stands still.</summary>
    private Refusal? Parked =>
        AwaitsAnswer ? BallotRefusals.VotesParked
        : HeldFor is { } reason ? BallotRefusals.RoundHeld(reason)
        : null;

    /// <summary>What stands against the casting vote of this person now; null when nothing does.</summary>
    public Refusal? AgainstCasting(PersonId? person, Instant now)
    {
        if (!IsOpen || Phase != RoundPhase.Casting)
            return BallotRefusals.NoTie;
        if (SeatOf(person) is not { Chair: true } seat)
            return BallotRefusals.ChairOnly;
        if (seat.Standing == SeatStanding.Recused)
            return BallotRefusals.Recused;
        if (!IsCleared(person))
            return BallotRefusals.DeclareFirst;
        if (Parked is { } parked)
            return parked;
        return now >= ClosesAt ? BallotRefusals.TimeOver : null;
    }

    /// <summary>The chair decides a tie, with a vote besides the members' own.</summary>
    public Outcome CastCasting(Vote vote, Actor actor, Instant now)
    {
        if (AgainstCasting(actor.Person, now) is { } refusal)
            return refusal;
        if (vote == Vote.Abstain)
            return BallotRefusals.CastingForOrAgainst;
        Casting = vote;
        return Outcome.Of(actor, now, new CastingVoteCast(Application.Value, vote.ToString()));
    }
}
