using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>Every expected "no" of an import.</summary>
internal static class ImportRefusals
{
    public static Refusal GivenUp => new("import-given-up", Texts.GivenUp);
    public static Refusal FileMissing =>
        new("import-file-missing", Texts.RefusalFileMissing, "file");
    public static Refusal FileTooLarge =>
        new(
            "import-file-too-large",
            Texts.RefusalFileTooLarge.With(PastFile.LargestFile / 1_000_000),
            "file"
        );
    public static Refusal NoText => new("import-no-text", Texts.RefusalNoText);
    public static Refusal NoRows => new("import-no-rows", Texts.RefusalNoRows);
    public static Refusal FileGone => new("import-file-gone", Texts.RefusalFileGone);

    public static Refusal Unclosed(int line) =>
        new("import-unclosed", Texts.RefusalUnclosed.With(line));

    public static Refusal Stray(int line) => new("import-stray", Texts.RefusalStray.With(line));

    public static Refusal TooManyRows(int most) =>
        new("import-too-many-rows", Texts.RefusalTooManyRows.With(most));

    public static Refusal TooManyColumns(int most) =>
        new("import-too-many-columns", Texts.RefusalTooManyColumns.With(most));

    public static Refusal OtherProgram(string said, string program) =>
        new("import-other-program", Texts.RefusalOtherProgram.With(said, program));

    public static Refusal MendUnsaid(GarbledText garbled) =>
        new(
            "import-mend-unsaid",
            Texts.RefusalMendUnsaid.With(
                garbled.Cells,
                garbled.Before,
                garbled.After,
                garbled.Line
            ),
            "mend"
        );

    public static Refusal NoSuchColumn(string column, int nth) =>
        new(
            "import-no-such-column",
            (nth == 1 ? Texts.RefusalNoSuchColumn : Texts.RefusalNoSuchColumnNth).With(column, nth)
        );

    public static Refusal NoSuchTarget(string column, string to) =>
        new("import-no-such-target", Texts.RefusalNoSuchTarget.With(column, to));

    public static Refusal ColumnUnsaid(string column, int place) =>
        new("import-column-unsaid", Texts.RefusalColumnUnsaid.With(column), Field("to", place));

    public static Refusal ColumnTwice(string column, int place) =>
        new("import-column-twice", Texts.RefusalColumnTwice.With(column), Field("to", place));

    public static Refusal OrderUnsaid(string column, SurveyedDate date, int place) =>
        new(
            "import-order-unsaid",
            Texts.RefusalOrderUnsaid.With(column, date.Cell, date.Line),
            Field("order", place)
        );

    public static Refusal ValueUnsaid(string column, string value, string field) =>
        new("import-value-unsaid", Texts.RefusalValueUnsaid.With(column, value), field);

    public static Refusal TargetTwice(IReadOnlyList<string> columns) =>
        new("import-target-twice", Texts.RefusalTargetTwice.With(string.Join(" · ", columns)));

    public static Refusal SubmittedUnmapped =>
        new("import-submitted-unmapped", Texts.RefusalSubmittedUnmapped);

    public static Refusal TitleUnmapped(string label) =>
        new("import-title-unmapped", Texts.RefusalTitleUnmapped.With(label));

    public static Refusal NotNow(ImportState state) =>
        new($"import-not-{state}".ToLowerInvariant(), Texts.RefusalNotNow);

    public static Refusal BadRows(int bad) =>
        new("import-bad-rows", Texts.RefusalBadRows.With(bad));

    public static Refusal NothingNew => new("import-nothing-new", Texts.RefusalNothingNew);
    public static Refusal LikeUnsaid => new("import-like-unsaid", Texts.RefusalLikeUnsaid, "like");
    public static Refusal ImportedMeanwhile =>
        new("import-meanwhile", Texts.RefusalImportedMeanwhile);

    public static Refusal ChangedSince(string reference, string what) =>
        new("import-changed-since", Texts.RefusalChangedSince.With(reference, what));

    public static string Field(string name, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}-{place}");
}
