using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>How a partnership ends, and what that leads to.</summary>
internal sealed partial class Partnership
{
    /// <summary>How long who stepped back may think better of it.</summary>
    public static readonly Duration UndoTime = Duration.FromDays(14);

    public List<PartnershipConsequence> Consequences { get; private init; } = [];

    public IEnumerable<PartnershipConsequence> ConsequencesLeft =>
        Consequences.Where(consequence => consequence.DoneAt is null);

    /// <summary>Either side ends it, without having to say why.</summary>
    public Outcome StepBack(PartnerSide side, Grounds grounds, Actor actor, Instant now)
    {
        if (PartnershipMoves.Find(State, PartnershipCommand.StepBack) is null)
            return PartnershipRefusals.NotFrom(State);
        if (grounds.Words.Length > Grounds.Most)
            return PartnershipRefusals.GroundsTooLong(grounds.Words.Length);
        var dropped = Proposed is { } open ? Drop(open, now) : null;
        Take(PartnershipCommand.StepBack, side, grounds, actor, now);
        var outcome = Outcome
            .Of(actor, now, new PartnershipSteppedBack(Application.Value, grounds.Trimmed.Words))
            .Then(NoMoreDue);
        return dropped is null ? outcome : outcome.And(dropped);
    }

    /// <summary>The side that stepped back thinks better of it; both sides then look at it.</summary>
    /// <param name="zone">Of the organisation, by whose days things fall due again.</param>
    public Outcome TakeUpAgain(
        PartnerSide side,
        Grounds grounds,
        DateTimeZone zone,
        Actor actor,
        Instant now
    )
    {
        if (AgainstTakingUp(side, now) is { } against)
            return against;
        if (grounds.Words.Length > Grounds.Most)
            return PartnershipRefusals.GroundsTooLong(grounds.Words.Length);
        Take(PartnershipCommand.TakeUpAgain, side, grounds, actor, now);
        ForgetWhatIsOpen();
        return Outcome
            .Of(actor, now, new PartnershipTakenUpAgain(Application.Value, grounds.Trimmed.Words))
            .Then(Due(zone, now));
    }

    public Refusal? AgainstTakingUp(PartnerSide side, Instant now) =>
        State != PartnershipState.Ended
        || LastStep is not { By: PartnershipCommand.StepBack } step
        || step.From is not (PartnershipState.Active or PartnershipState.UnderReview)
            ? PartnershipRefusals.NotFrom(State)
        : step.Side != side ? PartnershipRefusals.OtherSideSteppedBack
        : now > step.At + UndoTime ? PartnershipRefusals.TooLateToTakeUp
        : null;

    /// <summary>The day after its last one has come.</summary>
    /// <param name="today">By the calendar of the organisation.</param>
    public Outcome PassEndDate(LocalDate today, Instant now)
    {
        if (
            !(today > Until) || PartnershipMoves.Find(State, PartnershipCommand.PassEndDate) is null
        )
            return PartnershipRefusals.NotFrom(State);
        var dropped = Proposed is { } open ? Drop(open, now) : null;
        Take(PartnershipCommand.PassEndDate, null, Grounds.None, Actor.Rule, now);
        var outcome = Outcome
            .Of(Actor.Rule, now, new PartnershipExpired(Application.Value))
            .Then(NoMoreDue);
        return dropped is null ? outcome : outcome.And(dropped);
    }

    /// <summary>What its leaving, or its pause, leads to.</summary>
    public void LeadsTo(IReadOnlyList<Consequence> consequences, Instant now)
    {
        var known = Consequences.Count;
        Consequences.AddRange(
            consequences.Select(
                (consequence, index) => new PartnershipConsequence(known + index, consequence, now)
            )
        );
    }

    /// <param name="proof">What shows that it was done: words, or where to see it.</param>
    public Outcome Settle(
        Guid consequence,
        PartnerSide side,
        string proof,
        Actor actor,
        Instant now
    )
    {
        if (
            ConsequencesLeft.SingleOrDefault(known => known.Id == consequence) is not { } open
            || side == PartnerSide.Partner && open.Owner != side
        )
            return PartnershipRefusals.NoSuchConsequence;
        if (proof.Trim().Length == 0)
            return PartnershipRefusals.SayWhatShowsIt;
        if (proof.Length > PartnershipConsequence.Most)
            return PartnershipRefusals.WordsTooLong(proof.Length);
        open.Settle(proof.Trim(), actor, now);
        return Outcome.Of(actor, now, new ConsequenceSettled(Application.Value, open.Words));
    }

    // It goes on: what was not done yet need not be done.
    private void ForgetWhatIsOpen() =>
        Consequences.RemoveAll(consequence => consequence.DoneAt is null);

    private IReadOnlyList<WorkChange> NoMoreDue =>
        [
            new WorkChange.Cancel(ConditionsDue.Key(Id)),
            new WorkChange.Cancel(LookAgainDue.Key(Id)),
            new WorkChange.Cancel(TermDue.Key(Id)),
        ];
}
