using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What an approval's days and conditions must be, so that its letter can be kept.</summary>
internal static class TermRules
{
    /// <param name="begins">The first day of the partnership.</param>
    /// <param name="ordinary">The last day by the program; null where it is open.</param>
    public static Refusal? Against(DecisionDraft draft, LocalDate begins, LocalDate? ordinary)
    {
        var (until, lookAgain, conditions, by) = draft.Terms;
        var last = until ?? ordinary;
        if (draft.Outcome == DecisionOutcome.ApprovedOnTrial && until is null)
            return DecisionRefusals.TrialWithoutEnd;
        if (until <= begins)
            return DecisionRefusals.LastDayPast;
        if (lookAgain <= begins || lookAgain >= last)
            return DecisionRefusals.LookAgainOutside;
        if (draft.Outcome != DecisionOutcome.ApprovedWithConditions)
            return conditions.Count > 0 || by is not null
                ? DecisionRefusals.ConditionsNotChosen
                : null;
        if (conditions.Count == 0)
            return DecisionRefusals.NoCondition;
        if (conditions.Count > ApprovalTerms.MostConditions)
            return DecisionRefusals.TooManyConditions(conditions.Count);
        if (conditions.Any(words => words.Length > ApprovalTerms.LongestCondition))
            return DecisionRefusals.ConditionTooLong;
        if (by is null)
            return DecisionRefusals.ConditionsWithoutDay;
        if (lookAgain <= by)
            return DecisionRefusals.LookAgainOutside;
        return by < begins || by > last ? DecisionRefusals.ConditionsByOutside : null;
    }
}
