using System.Globalization;
using Banyan.Kernel.Domain;
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
        if (RuleOf(program) is not { } found)
            return ReviewRefusals.NoWorkGroup;
        if (CriteriaOpen(program, findings) is { Count: > 0 } open)
            return ReviewRefusals.CriteriaOpen(open);
        return AgainstTeam(found, voting);
    }

    public static Refusal? AgainstTeam(
        (Stage Stage, DecisionRule.LazyConsensus Rule) found,
        int voting
    ) =>
        voting < found.Rule.For
            ? ReviewRefusals.TooFewMembers(
                found.Stage.Title.In(CultureInfo.CurrentUICulture),
                found.Rule.For,
                voting
            )
            : null;

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

    public static (Stage Stage, DecisionRule.LazyConsensus Rule)? RuleOf(
        ProgramDefinition program
    ) =>
        program.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Review)
            is { Rule: DecisionRule.LazyConsensus rule } stage
            ? (stage, rule)
            : null;
}
