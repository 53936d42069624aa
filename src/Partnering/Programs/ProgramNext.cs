using Banyan.Kernel.Ui;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>What comes next for somebody who thinks of applying.</summary>
internal static class ProgramNext
{
    public static NextLine Of(ProgramDefinition program, WindowWords window, LocalDate today) =>
        program.State switch
        {
            ProgramState.Open => new(window.Next, NextTone.Yours),
            ProgramState.ByInvitation => new(Texts.NextByInvitation, NextTone.Theirs),
            ProgramState.InRounds => InRounds(program, today),
            ProgramState.Paused => new(
                program.StateUntil is { } day
                    ? ProgramWords.Fill(Texts.NextPausedUntil, DayWords.Of(day))
                    : Texts.NextPaused,
                NextTone.Theirs
            ),
            ProgramState.Closed => new(Texts.NextClosed, NextTone.Closed),
        };

    private static NextLine InRounds(ProgramDefinition program, LocalDate today)
    {
        if (Admission.Round(program, today) is { } open)
            return new(
                ProgramWords.Fill(Texts.NextRoundOpen, open.Title, DayWords.Of(open.Closes)),
                NextTone.Yours
            );
        return Admission.NextRound(program, today) is { } next
            ? new(
                ProgramWords.Fill(Texts.NextRoundOpens, next.Title, DayWords.Of(next.Opens)),
                NextTone.Theirs
            )
            : new(Texts.NextInRounds, NextTone.Theirs);
    }
}
