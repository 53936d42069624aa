using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>Which stage of a program a round belongs to.</summary>
internal static class Stages
{
    /// <summary>The stage in which the work group votes; null where staff decides or there is none.</summary>
    public static (Stage Stage, DecisionRule Rule)? Voting(ProgramDefinition program) =>
        OfKind(program, StageKind.Review);

    /// <summary>The body that is asked when the work group comes to no result.</summary>
    public static Stage? Consulted(ProgramDefinition program) =>
        program.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Consultation);

    /// <summary>That body with its own rule; null where it advises without a vote.</summary>
    public static (Stage Stage, DecisionRule Rule)? ConsultedVoting(ProgramDefinition program) =>
        OfKind(program, StageKind.Consultation);

    /// <summary>How staff decides by itself; null where a body votes.</summary>
    public static DecisionRule.Staff? StaffDecides(ProgramDefinition program) =>
        Voting(program) is not null
            ? null
            : program
                .Stages.Select(stage => stage.Rule)
                .OfType<DecisionRule.Staff>()
                .FirstOrDefault();

    /// <summary>A second person confirms what one of staff decided.</summary>
    public static bool SecondPerson(ProgramDefinition program) =>
        program.Decision.SecondPerson || StaffDecides(program) is { Second: true };

    private static (Stage Stage, DecisionRule Rule)? OfKind(
        ProgramDefinition program,
        StageKind kind
    ) =>
        program.Stages.FirstOrDefault(stage => stage.Kind == kind)
            is { Rule: { } rule and not DecisionRule.Staff } stage
            ? (stage, rule)
            : null;
}
