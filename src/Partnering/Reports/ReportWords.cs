using Banyan.Kernel.Ui;
using Banyan.Partnering.Reports.Domain;

namespace Banyan.Partnering.Reports;

internal static class ReportWords
{
    public static string Of(ReportState state) =>
        state switch
        {
            ReportState.Draft => Texts.StateDraft,
            ReportState.Sent => Texts.StateSent,
            ReportState.Asked => Texts.StateAsked,
            ReportState.Thanked => Texts.StateThanked,
        };

    public static Tone Tone(ReportState state) =>
        state switch
        {
            ReportState.Thanked => Kernel.Ui.Tone.Ok,
            ReportState.Sent or ReportState.Asked => Kernel.Ui.Tone.Wait,
            ReportState.Draft => Kernel.Ui.Tone.Plain,
        };

    public static string Of(ReportEntryKind kind) =>
        kind switch
        {
            ReportEntryKind.Question => Texts.EntryQuestion,
            ReportEntryKind.Answer => Texts.EntryAnswer,
            ReportEntryKind.Thanks => Texts.EntryThanks,
        };
}
