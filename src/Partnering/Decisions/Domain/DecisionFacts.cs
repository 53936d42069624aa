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
    string PartnerCode,
    bool SteppedAside = false
)
{
    /// <summary>A decision follows the tally; what the program's letter needs is asked for before there is a letter.</summary>
    public Refusal? Against(DecisionDraft draft)
    {
        if (SteppedAside)
            return DecisionRefusals.SteppedAside;
        if (Ball == Ball.Applicant)
            return ApplicationRefusals.WaitingForApplicant;
        if (State != ApplicationState.Deciding)
            return DecisionRefusals.NotNow(State);
        if (draft.HoldUntil < Today)
            return DecisionRefusals.HoldPast;
        return (draft.Outcome, Review) switch
        {
            (_, ReviewResult.None) => DecisionRefusals.NoTally,
            (DecisionOutcome.Approved, ReviewResult.NoConsensus) =>
                DecisionRefusals.ApprovalAgainstTally,
            (DecisionOutcome.Declined, ReviewResult.Consensus) =>
                DecisionRefusals.DeclineAgainstTally,
            (DecisionOutcome.Approved, ReviewResult.NotRecommended) =>
                DecisionRefusals.ApprovalAgainstAdvice,
            (DecisionOutcome.Declined, ReviewResult.Recommended) =>
                DecisionRefusals.DeclineAgainstAdvice,
            (
                DecisionOutcome.Approved,
                ReviewResult.Consensus
                    or ReviewResult.Recommended
                    or ReviewResult.StaffDecides
            ) => null,
            (
                DecisionOutcome.Declined,
                ReviewResult.NoConsensus
                    or ReviewResult.NotRecommended
                    or ReviewResult.StaffDecides
            ) => AgainstDeclining(draft),
        };
    }

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
