using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What happens to a round as a whole.</summary>
internal sealed partial class BallotRound
{
    /// <summary>How long a tie waits for the chair, in days.</summary>
    public const int CastingDays = 5;

    /// <summary>What is left at least for a second look after the answers changed, in days.</summary>
    public const int SecondLookDays = 3;

    /// <summary>Does what the rule asks for at this moment, once. The caller takes the case along when the round has closed.</summary>
    /// <param name="discussionEnds">When a discussion that begins now would end.</param>
    public (RoundStep Step, Outcome Outcome) Settle(
        Instant discussionEnds,
        Actor actor,
        Instant now
    )
    {
        if (!IsOpen || PausedAt is not null)
            return (RoundStep.Wait, Outcome.Of(actor, now));
        var judgement = JudgeAt(now);
        switch (judgement.Step)
        {
            case RoundStep.Discuss:
                Begin(
                    RoundPhase.Discussion,
                    (int)Math.Ceiling((discussionEnds - now).TotalDays),
                    now
                );
                return Moved(judgement, new DiscussionOpened(Application.Value), actor, now);
            case RoundStep.AskChair:
                Begin(RoundPhase.Casting, CastingDays, now);
                return Moved(judgement, new RoundTied(Application.Value), actor, now);
            case RoundStep.Extend:
                var days = ((Programs.Domain.DecisionRule.Majority)Rule).ExtendDays;
                (Extended, Days, ClosesAt) = (
                    true,
                    Days + days,
                    ClosesAt + Duration.FromDays(days)
                );
                return Moved(judgement, new RoundExtended(Application.Value, days), actor, now);
            case RoundStep.Close:
                End(ResultOf(judgement, now), now);
                return (RoundStep.Close, Outcome.Of(actor, now).Then(new WorkChange.Cancel(Key)));
            case RoundStep.Wait:
                return (RoundStep.Wait, Outcome.Of(actor, now));
            default:
                throw new InvalidOperationException($"No such step: {judgement.Step}.");
        }
    }

    /// <summary>The chair ends the phase: who is silent counts as absent.</summary>
    public Outcome CloseByChair(Actor actor, Instant now)
    {
        if (AgainstEnding(now) is { } refusal)
            return refusal;
        Days = Math.Max(1, (now - (ClosesAt - Duration.FromDays(Days))).Days + 1);
        ClosesAt = now;
        return Outcome.Of(actor, now, new RoundEndedByChair(Application.Value));
    }

    /// <summary>The applicant has been asked: votes are parked and the time stands still.</summary>
    public Outcome Pause(Actor actor, Instant now)
    {
        if (IsOpen)
            (PausedAt, AwaitsAnswer) = (PausedAt ?? now, true);
        return Outcome.Of(actor, now);
    }

    /// <summary>The answer came: the time goes on where it stood, unless somebody holds the round for another reason.</summary>
    public Outcome Resume(Actor actor, Instant now)
    {
        AwaitsAnswer = false;
        return GoOn(actor, now);
    }

    /// <summary>Something new is known: nobody votes until it was looked at.</summary>
    public Outcome Hold(string reason, Actor actor, Instant now)
    {
        if (!IsOpen)
            return BallotRefusals.RoundOver;
        if (HeldFor is not null)
            return BallotRefusals.RoundHeld(HeldFor);
        if (IsOver(now))
            return BallotRefusals.TimeOver;
        if (reason.Trim().Length == 0)
            return BallotRefusals.ReasonForHolding;
        (PausedAt, HeldFor) = (PausedAt ?? now, reason.Trim());
        return Outcome.Of(actor, now, new RoundHeld(Application.Value, HeldFor));
    }

    public Outcome LetGoOn(Actor actor, Instant now)
    {
        if (!IsOpen || HeldFor is null)
            return BallotRefusals.NotHeld;
        HeldFor = null;
        return Outcome.Of(actor, now, new RoundWentOn(Application.Value)).And(GoOn(actor, now));
    }

    /// <summary>The answers changed: what was voted on them does not count until it is cast again, and there is time for that.</summary>
    public Outcome MakeStale(Actor actor, Instant now)
    {
        var counted = Ballots.Where(ballot => ballot.Counts).ToList();
        if (!IsOpen || counted.Count == 0)
            return Outcome.Of(actor, now);
        foreach (var ballot in counted)
            ballot.StaleSince = now;
        var least = (PausedAt ?? now) + Duration.FromDays(SecondLookDays);
        while (ClosesAt < least)
            (ClosesAt, Days) = (ClosesAt + Duration.FromDays(1), Days + 1);
        var outcome = Outcome.Of(
            actor,
            now,
            new BallotsWentStale(Application.Value, counted.Count)
        );
        return PausedAt is null ? outcome.Then(Due()) : outcome;
    }

    /// <summary>Puts another member in the place of one who has not voted.</summary>
    public Outcome Replace(PersonId silent, RoundSeat successor, Actor actor, Instant now)
    {
        if (!IsOpen)
            return BallotRefusals.RoundOver;
        if (IsOver(now))
            return BallotRefusals.TimeOver;
        if (SeatOf(silent) is not { Eligible: true } seat)
            return BallotRefusals.NoSuchSeat;
        if (BallotOf(silent) is not null)
            return BallotRefusals.HasVoted(seat.Name);
        if (Seats.Exists(other => other.Person == successor.Person))
            return BallotRefusals.HasSeat(successor.Name);
        seat.Standing = SeatStanding.Replaced;
        Clearances.RemoveAll(clearance => clearance.Person == silent);
        Seats.Add(successor);
        return Outcome.Of(
            actor,
            now,
            new SeatReplaced(Application.Value, silent.Value, successor.Person.Value)
        );
    }

    /// <summary>The case left the round by another way: closed, withdrawn, or escalated by the chair.</summary>
    public Outcome Stop(Actor actor, Instant now)
    {
        if (!IsOpen)
            return Outcome.Of(actor, now);
        End(ResultOf(Judgement.Close(RoundOutcome.Stopped, RoundReason.Stopped, 0), now), now);
        return Outcome.Of(actor, now).Then(new WorkChange.Cancel(Key));
    }

    private Outcome GoOn(Actor actor, Instant now)
    {
        if (!IsOpen || PausedAt is not { } since || AwaitsAnswer || HeldFor is not null)
            return Outcome.Of(actor, now);
        ClosesAt += now - since;
        PausedAt = null;
        return Outcome.Of(actor, now).Then(Due());
    }

    private void Begin(RoundPhase phase, int days, Instant now) =>
        (Phase, Days, ClosesAt) = (phase, days, now + Duration.FromDays(days));

    private (RoundStep, Outcome) Moved(
        Judgement judgement,
        DomainEvent what,
        Actor actor,
        Instant now
    ) => (judgement.Step, Outcome.Of(actor, now, what).Then(Due()));

    private void End(RoundResult result, Instant now) =>
        (Result, ClosedAt, PausedAt) = (result, now, null);
}
