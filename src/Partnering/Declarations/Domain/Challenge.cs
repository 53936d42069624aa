using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Declarations.Domain;

/// <summary>Somebody who reads a case doubts that another of its readers is impartial. Who it was is known only to whoever decides about it.</summary>
internal sealed class Challenge : Entity
{
    private Challenge() { }

    public ChallengeId Id { get; private init; } = ChallengeId.New();
    public ApplicationId Application { get; private init; }
    public PersonId About { get; private init; }
    public string AboutName { get; private init; } = "";
    public PersonId By { get; private init; }
    public string ByName { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public Instant At { get; private init; }
    public PersonId? DecidedBy { get; private set; }
    public string? DecidedByName { get; private set; }

    /// <summary>Null while it is open.</summary>
    public bool? Upheld { get; private set; }
    public string? DecisionReason { get; private set; }
    public Instant? DecidedAt { get; private set; }

    public bool IsOpen => DecidedAt is null;

    public static (Challenge? Challenge, Outcome Outcome) Make(
        ApplicationId application,
        (PersonId Person, string Name) about,
        string reason,
        Actor actor,
        Instant now
    )
    {
        if (actor.Person is not { } by || by == about.Person)
            return (null, DeclarationRefusals.ChallengeOneself);
        if (reason.Trim().Length == 0)
            return (null, DeclarationRefusals.ChallengeReasonMissing);
        var challenge = new Challenge
        {
            Application = application,
            About = about.Person,
            AboutName = about.Name,
            By = by,
            ByName = actor.Name,
            Reason = reason.Trim(),
            At = now,
        };
        return (
            challenge,
            Outcome.Of(actor, now, new ChallengeMade(application.Value, challenge.Id.Value))
        );
    }

    public Outcome Decide(bool upheld, string reason, Actor actor, Instant now)
    {
        if (!IsOpen)
            return DeclarationRefusals.ChallengeDecided;
        if (actor.Person == About || actor.Person == By)
            return DeclarationRefusals.ChallengeOwn;
        if (reason.Trim().Length == 0)
            return DeclarationRefusals.ChallengeDecisionReasonMissing;
        (Upheld, DecisionReason, DecidedAt) = (upheld, reason.Trim(), now);
        (DecidedBy, DecidedByName) = (actor.Person, actor.Name);
        return Outcome.Of(
            actor,
            now,
            upheld
                ? new ChallengeUpheld(Application.Value, Id.Value)
                : new ChallengeRefused(Application.Value, Id.Value)
        );
    }
}
