using Banyan.Partnering.Applications.Domain;
using NodaTime;
using Refusal = Banyan.Kernel.Domain.Refusal;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What the decision rests on: the last closed round, later advice, or staff alone.</summary>
internal enum ReviewResult
{
    /// <summary>No round has been closed yet, and nothing else decides.</summary>
    None,
    Consensus,
    NoConsensus,

    /// <summary>A body that was consulted advised for it.</summary>
    Recommended,
    NotRecommended,

    /// <summary>The program has no body that votes.</summary>
    StaffDecides,

    /// <summary>An appeal was admitted: what was said before binds nobody, and others than those who said it decide.</summary>
    Appealed,
}

/// <summary>What is true when somebody decides.</summary>
/// <param name="AdviceAsked">True where the program's letter has a place for advice.</param>
/// <param name="SteppedAside">Whoever decides said that something stands between them and the case.</param>
internal sealed record DecisionFacts(
    ApplicationState State,
    Ball Ball,
    ReviewResult Review,
    IReadOnlyList<string> Criteria,
    bool AdviceAsked,
    LocalDate Today,
    string? PartnerCode,
    bool SteppedAside = false
)
{
    /// <summary>By the program's rule each decision is confirmed by somebody else.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>What the program decides with, by key.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } =
    [.. Enum.GetValues<DecisionOutcome>().Select(outcome => outcome.Key)];

    /// <summary>The program's own last day of a partnership that begins on this one; null where it is open.</summary>
    public Func<LocalDate, LocalDate?> LastDay { get; init; } = _ => null;

    /// <summary>Whoever decides took part in the decision against which the appeal is made.</summary>
    public bool DecidedBefore { get; init; }

    /// <summary>A decision follows the tally, or says why not; what the program's letter needs is asked for before there is a letter.</summary>
    public Refusal? Against(DecisionDraft draft)
    {
        if (SteppedAside)
            return DecisionRefusals.SteppedAside;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        if (State != ApplicationState.Deciding)
            return DecisionRefusals.NotNow(State);
        if (DecidedBefore)
            return DecisionRefusals.DecidedBefore;
        if (draft.HoldUntil < Today)
            return DecisionRefusals.HoldPast;
        if (!Outcomes.Contains(draft.Outcome.Key))
            return DecisionRefusals.OutcomeNotOfProgram;
        if (Contradiction(draft) is { } refusal && draft.AgainstReview.Trim().Length == 0)
            return refusal;
        if (Review == ReviewResult.None)
            return DecisionRefusals.NoTally;
        return draft.Outcome.IsApproval
            ? TermRules.Against(draft, Begins(draft), LastDay(Begins(draft)))
            : AgainstDeclining(draft);
    }

    /// <summary>True where the draft decides otherwise than the vote or the advice says, and gives its reason.</summary>
    public bool GoesAgainst(DecisionDraft draft) => Contradiction(draft) is not null;

    /// <summary>The terms with what follows by itself: a trial is looked at in its middle.</summary>
    public ApprovalTerms TermsOf(DecisionDraft draft) =>
        draft.Terms is { Until: { } until, LookAgainOn: null }
        && draft.Outcome == DecisionOutcome.ApprovedOnTrial
            ? draft.Terms with
            {
                LookAgainOn = ApprovalTerms.Middle(Begins(draft), until),
            }
            : draft.Terms;

    private LocalDate Begins(DecisionDraft draft) => draft.HoldUntil ?? Today;

    private Refusal? Contradiction(DecisionDraft draft) =>
        (draft.Outcome.IsApproval, Review) switch
        {
            (true, ReviewResult.NoConsensus) => DecisionRefusals.ApprovalAgainstTally,
            (false, ReviewResult.Consensus) => DecisionRefusals.DeclineAgainstTally,
            (true, ReviewResult.NotRecommended) => DecisionRefusals.ApprovalAgainstAdvice,
            (false, ReviewResult.Recommended) => DecisionRefusals.DeclineAgainstAdvice,
            _ => null,
        };

    private Refusal? AgainstDeclining(DecisionDraft draft)
    {
        var given = draft.Reasons.Where(reason => reason.Value.Trim().Length > 0).ToList();
        if (given.Count == 0)
            return DecisionRefusals.NoReason(Criteria is [var first, ..] ? first : null);
        if (given.Find(reason => !Criteria.Contains(reason.Key)).Key is { } strange)
            return DecisionRefusals.UnknownCriterion(strange);
        if (AdviceAsked && draft.Advice.Trim().Length == 0)
            return DecisionRefusals.NoAdvice;
        return draft.AgainFrom < Today ? DecisionRefusals.AgainFromPast : null;
    }
}
