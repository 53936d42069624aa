using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What happens to a partnership between its begin and its end: both sides look at it, it is paused and goes on.</summary>
internal sealed partial class Partnership
{
    public List<PartnershipStep> Steps { get; private init; } = [];

    /// <summary>The latest first.</summary>
    public IEnumerable<PartnershipStep> StepsBack => Steps.OrderByDescending(step => step.Position);

    /// <summary>Why it is where it is; null where nobody took a step.</summary>
    public PartnershipStep? LastStep => StepsBack.FirstOrDefault();

    /// <summary>Staff asks for a look at it, for a concern or a report.</summary>
    public Outcome Review(Grounds grounds, Actor actor, Instant now)
    {
        if (State != PartnershipState.Active)
            return PartnershipRefusals.NotFrom(State);
        if (grounds.Against is { } against)
            return against;
        Take(PartnershipCommand.LookAgain, PartnerSide.Organisation, grounds, actor, now);
        return Outcome.Of(
            actor,
            now,
            new PartnershipLookedAt(Application.Value, grounds.Trimmed.Words)
        );
    }

    /// <summary>The partner says what changes: goals, purpose, mission, leadership, code of conduct or website.</summary>
    public Outcome TellChange(Grounds grounds, Actor actor, Instant now)
    {
        if (State is not (PartnershipState.Active or PartnershipState.UnderReview))
            return PartnershipRefusals.NotFrom(State);
        if (grounds.Against is { } against)
            return against;
        if (State == PartnershipState.Active)
            Take(PartnershipCommand.TellChange, PartnerSide.Partner, grounds, actor, now);
        else
            Note(PartnershipCommand.TellChange, PartnerSide.Partner, grounds, actor, now);
        return Outcome.Of(
            actor,
            now,
            new PartnershipChangeTold(Application.Value, grounds.Trimmed.Words)
        );
    }

    /// <summary>A precaution while both sides look at it.</summary>
    public Outcome Suspend(Grounds grounds, Actor actor, Instant now)
    {
        if (State != PartnershipState.UnderReview)
            return PartnershipRefusals.NotFrom(State);
        if (grounds.Against is { } against)
            return against;
        Take(PartnershipCommand.Suspend, PartnerSide.Organisation, grounds, actor, now);
        return Outcome.Of(
            actor,
            now,
            new PartnershipSuspended(Application.Value, grounds.Trimmed.Words)
        );
    }

    public Outcome Reinstate(Grounds grounds, Actor actor, Instant now)
    {
        if (State != PartnershipState.Suspended)
            return PartnershipRefusals.NotFrom(State);
        if (grounds.Against is { } against)
            return against;
        var dropped = Proposed is { } open ? Drop(open, now) : null;
        Take(PartnershipCommand.Reinstate, PartnerSide.Organisation, grounds, actor, now);
        ForgetWhatIsOpen();
        var outcome = Outcome.Of(
            actor,
            now,
            new PartnershipReinstated(Application.Value, grounds.Trimmed.Words)
        );
        return dropped is null ? outcome : outcome.And(dropped);
    }

    private void Take(
        PartnershipCommand command,
        PartnerSide? side,
        Grounds grounds,
        Actor actor,
        Instant now
    )
    {
        Note(command, side, grounds, actor, now);
        Go(command);
    }

    private void Note(
        PartnershipCommand command,
        PartnerSide? side,
        Grounds grounds,
        Actor actor,
        Instant now
    ) =>
        Steps.Add(
            new PartnershipStep(Steps.Count, command, State, side, actor, grounds.Trimmed, now)
        );
}
