using System.Text.Json;

namespace Banyan.Partnering.Decisions.Domain;

internal enum DecisionOutcome
{
    Approved,

    /// <summary>The partnership is active once the conditions are met.</summary>
    ApprovedWithConditions,

    /// <summary>For a shorter time, with a day in the middle on which both sides look at it.</summary>
    ApprovedOnTrial,
    Declined,
}

internal static class DecisionOutcomes
{
    extension(DecisionOutcome outcome)
    {
        public bool IsApproval => outcome != DecisionOutcome.Declined;

        /// <summary>As the program file names it, among its outcomes and its letters.</summary>
        public string Key => JsonNamingPolicy.CamelCase.ConvertName($"{outcome}");
    }

    /// <returns>Null for what is none.</returns>
    public static DecisionOutcome? Read(string key)
    {
        foreach (var outcome in Enum.GetValues<DecisionOutcome>())
        {
            if (outcome.Key == key)
                return outcome;
        }
        return null;
    }
}
