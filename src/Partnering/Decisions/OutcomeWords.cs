using Banyan.Partnering.Decisions.Domain;

namespace Banyan.Partnering.Decisions;

/// <summary>Outcomes as they stand in a list.</summary>
internal static class OutcomeWords
{
    public static string Of(DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approved => Texts.OutcomeApproved,
            DecisionOutcome.ApprovedWithConditions => Texts.OutcomeConditions,
            DecisionOutcome.ApprovedOnTrial => Texts.OutcomeTrial,
            DecisionOutcome.Declined => Texts.OutcomeDeclined,
        };
}
