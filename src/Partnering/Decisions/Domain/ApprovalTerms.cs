using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What an approval says of the partnership beyond the program's own words.</summary>
/// <param name="Until">The last day; null: as the program says.</param>
/// <param name="LookAgainOn">The day within the term on which both sides look at it; null: none but the program's.</param>
/// <param name="Conditions">What has to be done before the partnership is active, each in words of its own.</param>
/// <param name="ConditionsBy">The day by which they are to be met.</param>
internal sealed record ApprovalTerms(
    LocalDate? Until,
    LocalDate? LookAgainOn,
    IReadOnlyList<string> Conditions,
    LocalDate? ConditionsBy
)
{
    public const int MostConditions = 10;
    public const int LongestCondition = 500;

    public static ApprovalTerms AsTheProgramSays { get; } = new(null, null, [], null);

    /// <summary>Half-way through a term, for a trial of which nobody gave the day.</summary>
    public static LocalDate Middle(LocalDate begins, LocalDate until) =>
        begins.PlusDays(Period.DaysBetween(begins, until) / 2);

    /// <summary>One condition a line, as people type them: with or without a dash in front.</summary>
    public static IReadOnlyList<string> ReadConditions(string typed) =>
        [
            .. typed
                .Split('\n')
                .Select(line => line.Trim().TrimStart('-', '*', '•').Trim())
                .Where(line => line.Length > 0),
        ];
}
