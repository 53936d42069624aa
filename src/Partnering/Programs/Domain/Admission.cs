using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>Whether the door of a program is open to somebody on a day. The window of the event is another question.</summary>
internal static class Admission
{
    /// <param name="today">By the clock of the organisation.</param>
    /// <param name="code">The code they came with. It was taken when it was entered; its last day and its uses do not matter any more.</param>
    public static Refusal? Against(ProgramDefinition program, LocalDate today, AdmissionCode? code)
    {
        if (code is { Late: true })
            return null;
        return program.State switch
        {
            ProgramState.Open => null,
            ProgramState.ByInvitation => code is null ? AdmissionRefusals.InvitationNeeded : null,
            ProgramState.InRounds => Round(program, today) is not null ? null
            : NextRound(program, today) is { } next
                ? AdmissionRefusals.RoundOpens(next.Title.ToString(), next.Opens)
            : AdmissionRefusals.NoRoundAhead,
            ProgramState.Paused => AdmissionRefusals.Paused(program.StateUntil),
            ProgramState.Closed => AdmissionRefusals.Closed,
        };
    }

    /// <summary>The round that is open on a day; null where none is.</summary>
    public static ApplicationRound? Round(ProgramDefinition program, LocalDate today) =>
        program.Rounds.FirstOrDefault(round => round.Has(today));

    public static ApplicationRound? NextRound(ProgramDefinition program, LocalDate today) =>
        program.Rounds.FirstOrDefault(round => round.Opens > today);
}
