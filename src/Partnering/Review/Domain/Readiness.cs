using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Review.Domain;

/// <summary>What the review says against sending a case to the work group.</summary>
internal static class Readiness
{
    /// <param name="voting">How many may vote in the team of the review stage today.</param>
    public static Refusal? Against(
        ProgramDefinition program,
        IReadOnlyList<CriterionFinding> findings,
        int voting
    )
    {
        if (Stages.Voting(program) is not { } found)
            return ReviewRefusals.NoWorkGroup;
        if (CriteriaOpen(program, findings) is { Count: > 0 } open)
            return ReviewRefusals.CriteriaOpen(open);
        return AgainstTeam(found, voting);
    }

    /// <summary>What stands against a decision by staff alone.</summary>
    public static Refusal? AgainstStaff(
        ProgramDefinition program,
        IReadOnlyList<CriterionFinding> findings
    ) =>
        Stages.StaffDecides(program) is null ? ReviewRefusals.StaffDecidesNot
        : CriteriaOpen(program, findings) is { Count: > 0 } open ? ReviewRefusals.CriteriaOpen(open)
        : null;

    public static Refusal? AgainstTeam((Stage Stage, DecisionRule Rule) found, int voting)
    {
        var needed = Math.Max(1, RuleJudge.Needed(found.Rule, voting));
        return voting < needed
            ? ReviewRefusals.TooFewMembers(
                found.Stage.Title.In(CultureInfo.CurrentUICulture),
                needed,
                voting
            )
            : null;
    }

    /// <summary>The mandatory criteria that are neither met nor waived, in words.</summary>
    public static IReadOnlyList<string> CriteriaOpen(
        ProgramDefinition program,
        IReadOnlyList<CriterionFinding> findings
    ) =>
        [
            .. program
                .Criteria.Where(criterion =>
                    criterion.Mandatory
                    && !findings.Any(finding =>
                        finding.Criterion == criterion.Key && finding.Settled
                    )
                )
                .Select(criterion => criterion.Text.In(CultureInfo.CurrentUICulture)),
        ];
}
