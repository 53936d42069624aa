namespace Banyan.Partnering.Decisions.Domain;

/// <summary>The letters of a program that has not written its own; in English.</summary>
internal static class PlainLetters
{
    public static (string Subject, string Body) Of(DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approved => (Texts.DefaultApprovedSubject, Texts.DefaultApprovedBody),
            DecisionOutcome.ApprovedWithConditions => (
                Texts.DefaultConditionsSubject,
                Texts.DefaultConditionsBody
            ),
            DecisionOutcome.ApprovedOnTrial => (Texts.DefaultTrialSubject, Texts.DefaultTrialBody),
            DecisionOutcome.Declined => (Texts.DefaultDeclinedSubject, Texts.DefaultDeclinedBody),
        };
}
