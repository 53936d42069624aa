using Banyan.Kernel.Ui;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Partnering.Importing;

/// <summary>States and verdicts in words.</summary>
internal static class ImportWords
{
    public static string Of(ImportState state) =>
        state switch
        {
            ImportState.Reading => Texts.StateReading,
            ImportState.Mapping => Texts.StateMapping,
            ImportState.Checking => Texts.StateChecking,
            ImportState.Checked => Texts.StateChecked,
            ImportState.Writing => Texts.StateWriting,
            ImportState.Done => Texts.StateDone,
            ImportState.Undoing => Texts.StateUndoing,
            ImportState.Undone => Texts.StateUndone,
            ImportState.Discarded => Texts.StateDiscarded,
        };

    public static Tone ToneOf(PastImport import) =>
        import.State switch
        {
            ImportState.Reading
            or ImportState.Checking
            or ImportState.Writing
            or ImportState.Undoing => Tone.Open,
            ImportState.Mapping or ImportState.Checked => import.Trouble.Length > 0
            || import.Counts is { Bad: > 0 }
                ? Tone.Stop
                : Tone.Wait,
            ImportState.Done => Tone.Ok,
            ImportState.Undone or ImportState.Discarded => Tone.Plain,
        };

    public static NextLine Next(PastImport import) =>
        import.State switch
        {
            ImportState.Reading
            or ImportState.Checking
            or ImportState.Writing
            or ImportState.Undoing => new(Texts.NextWorking, NextTone.Theirs),
            ImportState.Mapping => new(
                import.Survey is null ? Texts.NextUnreadable : Texts.NextMapping,
                NextTone.Yours
            ),
            ImportState.Checked => new(
                import.Counts is { Bad: > 0 } ? Texts.NextBad : Texts.NextChecked,
                NextTone.Yours
            ),
            ImportState.Done => new(Texts.NextDone, NextTone.Closed),
            ImportState.Undone => new(Texts.NextUndone, NextTone.Closed),
            ImportState.Discarded => new(Texts.NextDiscarded, NextTone.Closed),
        };

    public static string Of(RowVerdict verdict) =>
        verdict switch
        {
            RowVerdict.New => Texts.VerdictNew,
            RowVerdict.Same => Texts.VerdictSame,
            RowVerdict.Like => Texts.VerdictLike,
            RowVerdict.Bad => Texts.VerdictBad,
        };

    public static string About(RowVerdict verdict) =>
        verdict switch
        {
            RowVerdict.New => Texts.AboutNew,
            RowVerdict.Same => Texts.AboutSame,
            RowVerdict.Like => Texts.AboutLike,
            RowVerdict.Bad => Texts.AboutBad,
        };

    public static int Count(RowCounts counts, RowVerdict verdict) =>
        verdict switch
        {
            RowVerdict.New => counts.New,
            RowVerdict.Same => counts.Same,
            RowVerdict.Like => counts.Like,
            RowVerdict.Bad => counts.Bad,
        };
}
