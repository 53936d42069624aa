using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What was decided about an application, by whom and why. It is never changed: another decision takes its place, and the old one stays to be read.</summary>
internal sealed class Decision : Entity
{
    private Decision() { }

    public DecisionId Id { get; private init; } = DecisionId.New();
    public ApplicationId Application { get; private init; }
    public DecisionOutcome Outcome { get; private init; }
    public List<DecisionReason> Reasons { get; private init; } = [];

    /// <summary>Of an approval: the days, and what has to be done first; they say nothing with a decline.</summary>
    public ApprovalTerms Terms { get; private init; } = ApprovalTerms.AsTheProgramSays;

    /// <summary>Why it goes against the vote or the advice; empty where it follows it. Staff and the work group read it, the letter does not say it.</summary>
    public string AgainstReview { get; private init; } = "";

    /// <summary>A second person confirms it before its letter is released: by the program's rule, or because it goes against the vote, or answers an appeal.</summary>
    public bool NeedsSecond { get; private init; }

    /// <summary>What would help next time; empty with an approval.</summary>
    public string Advice { get; private init; } = "";

    /// <summary>The first day on which they may apply again; null: at once.</summary>
    public LocalDate? AgainFrom { get; private init; }

    /// <summary>The day before which its letter does not leave; null: as soon as it is released.</summary>
    public LocalDate? HoldUntil { get; private init; }

    /// <summary>The address that the partnership will have, said in the letter before there is a partnership; null with a decline, and where there is one from an earlier decision.</summary>
    public string? PartnerCode { get; private init; }
    public PersonId? By { get; private init; }
    public string ByName { get; private init; } = "";
    public Instant At { get; private init; }

    /// <summary>The second person, where one is needed.</summary>
    public PersonId? ConfirmedBy { get; private set; }
    public string? ConfirmedByName { get; private set; }
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>When its letter had left; null while it is only recorded.</summary>
    public Instant? InForceSince { get; private set; }

    /// <summary>When another decision took its place, or the case went back to the work group.</summary>
    public Instant? SupersededAt { get; private set; }

    public bool WaitsForSecond => NeedsSecond && ConfirmedAt is null;

    public static (Decision? Decision, Outcome Outcome) Record(
        ApplicationId application,
        DecisionDraft draft,
        DecisionFacts facts,
        Actor actor,
        Instant now
    )
    {
        if (facts.Against(draft) is { } refusal)
            return (null, refusal);
        var declined = !draft.Outcome.IsApproval;
        var against = facts.GoesAgainst(draft);
        var decision = new Decision
        {
            Application = application,
            Outcome = draft.Outcome,
            Terms = declined ? ApprovalTerms.AsTheProgramSays : facts.TermsOf(draft),
            AgainstReview = against ? draft.AgainstReview.Trim() : "",
            NeedsSecond = facts.SecondPerson || against || facts.Review == ReviewResult.Appealed,
            Advice = declined ? draft.Advice.Trim() : "",
            AgainFrom = declined ? draft.AgainFrom : null,
            HoldUntil = draft.HoldUntil,
            PartnerCode = declined ? null : facts.PartnerCode,
            By = actor.Person,
            ByName = actor.Name,
            At = now,
        };
        if (declined)
            decision.Reasons.AddRange(
                draft
                    .Reasons.Where(reason => reason.Value.Trim().Length > 0)
                    .Select(reason => new DecisionReason(reason.Key, reason.Value.Trim()))
            );
        return (
            decision,
            Kernel.Domain.Outcome.Of(
                actor,
                now,
                against
                    ? new DecisionRecordedAgainstReview(
                        application.Value,
                        decision.Id.Value,
                        $"{draft.Outcome}",
                        decision.AgainstReview
                    )
                    : new DecisionRecorded(application.Value, decision.Id.Value, $"{draft.Outcome}")
            )
        );
    }

    /// <summary>What stands against a confirmation by this person; null when nothing does.</summary>
    public Refusal? AgainstConfirming(PersonId? person) =>
        SupersededAt is not null ? DecisionRefusals.DecidedMeanwhile
        : ConfirmedAt is not null ? DecisionRefusals.ConfirmedAlready(ConfirmedByName ?? "")
        : person is null || person == By ? DecisionRefusals.ConfirmNotOneself
        : null;

    /// <summary>Another member of staff than the one who recorded it stands behind it too.</summary>
    public Outcome Confirm(Actor actor, Instant now)
    {
        if (AgainstConfirming(actor.Person) is { } refusal)
            return refusal;
        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (actor.Person, actor.Name, now);
        return Kernel.Domain.Outcome.Of(
            actor,
            now,
            new DecisionConfirmed(Application.Value, Id.Value)
        );
    }

    /// <summary>Its letter has left.</summary>
    public void TakeEffect(Instant now) => InForceSince = now;

    /// <summary>Gives way to another decision or another round. A letter that has not left is taken care of by the caller.</summary>
    public Outcome Supersede(Actor actor, Instant now)
    {
        SupersededAt ??= now;
        return Kernel.Domain.Outcome.Of(
            actor,
            now,
            new DecisionSuperseded(Application.Value, Id.Value)
        );
    }
}

/// <summary>Why, for one criterion of the program.</summary>
internal sealed class DecisionReason
{
    private DecisionReason() { }

    public DecisionReason(string criterion, string words) =>
        (Criterion, Words) = (criterion, words);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public DecisionId Decision { get; private init; }
    public string Criterion { get; private init; } = "";
    public string Words { get; private init; } = "";
}

/// <summary>What somebody wants to record.</summary>
/// <param name="HoldUntil">The day before which the letter does not leave.</param>
/// <param name="Reasons">By the key of the criterion; empty words are no reason.</param>
internal sealed record DecisionDraft(
    DecisionOutcome Outcome,
    IReadOnlyDictionary<string, string> Reasons,
    string Advice,
    LocalDate? AgainFrom,
    LocalDate? HoldUntil = null
)
{
    /// <summary>Of an approval.</summary>
    public ApprovalTerms Terms { get; init; } = ApprovalTerms.AsTheProgramSays;

    /// <summary>Why it goes against the vote or the advice; it counts only where it does.</summary>
    public string AgainstReview { get; init; } = "";
}
