using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Review.Domain;

/// <summary>Every expected "no" of the review.</summary>
internal static class ReviewRefusals
{
    public static Refusal NoWorkGroup => new("review-no-work-group", Texts.RefusalNoWorkGroup);
    public static Refusal StaffDecidesNot =>
        new("review-staff-decides-not", Texts.RefusalStaffDecidesNot);
    public static Refusal FindingElsewhere =>
        new("criterion-judged-meanwhile", Texts.RefusalFindingElsewhere);

    public static Refusal JudgeNotNow(ApplicationState state) =>
        new("criterion-not-now", Fill(Texts.RefusalJudgeNotNow, StateWords.Of(state)));

    public static Refusal SendNotNow(ApplicationState state) =>
        new("review-send-not-now", Fill(Texts.RefusalSendNotNow, StateWords.Of(state)));

    public static Refusal CaseWentOn(ApplicationState state) =>
        new("criterion-case-went-on", Fill(Texts.RefusalCaseWentOn, StateWords.Of(state)));

    /// <param name="against">What the applicant would read.</param>
    public static Refusal ReopenNotNow(Refusal against) =>
        new("reopen-not-now", Fill(Texts.RefusalReopenNotNow, against.Sentence));

    public static Refusal AnswerByPast =>
        new("question-answer-by-past", Texts.RefusalAnswerByPast, "answerBy");
    public static Refusal VerdictMissing => new("verdict-missing", Texts.RefusalVerdictMissing);
    public static Refusal CriterionUnknown =>
        new("criterion-unknown", Texts.RefusalCriterionUnknown);

    public static Refusal CriteriaOpen(IReadOnlyList<string> criteria) =>
        new(
            "review-criteria-open",
            Fill(Texts.RefusalCriteriaOpen, string.Join(Texts.ListSeparator, criteria))
        );

    public static Refusal TooFewMembers(string team, int needed, int present) =>
        new("review-too-few-members", Fill(Texts.RefusalTooFewMembers, team, needed, present));

    public static Refusal NoteForVerdict(string criterion, string text) =>
        new(
            "criterion-note-missing",
            Fill(Texts.RefusalNoteForVerdict, text),
            FindingField.Note(criterion)
        );

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
