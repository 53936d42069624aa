using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Commitments.Domain;

namespace Banyan.Partnering.Commitments;

internal static class CommitmentWords
{
    public static string Of(CommitmentState state) =>
        state switch
        {
            CommitmentState.Open => Texts.StateOpen,
            CommitmentState.Kept => Texts.StateKept,
            CommitmentState.Waived => Texts.StateWaived,
        };

    public static Tone Tone(CommitmentState state) =>
        state switch
        {
            CommitmentState.Kept => Kernel.Ui.Tone.Ok,
            CommitmentState.Open or CommitmentState.Waived => Kernel.Ui.Tone.Plain,
        };

    public static string Every(int months) =>
        months switch
        {
            1 => Texts.EveryMonth,
            12 => Texts.EveryYear,
            _ => Texts.EveryMonths.With(months),
        };
}
