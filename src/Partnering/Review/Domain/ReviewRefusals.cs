using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Review.Domain;

/// <summary>Every expected "no" of the review.</summary>
internal static class ReviewRefusals
{
    public static Refusal RoundOver => new("round-over", Texts.RefusalRoundOver);
    public static Refusal TimeOver => new("round-time-over", Texts.RefusalTimeOver);
    public static Refusal VotesParked => new("votes-parked", Texts.RefusalVotesParked);
    public static Refusal NoSeat => new("vote-no-seat", Texts.RefusalNoSeat);
    public static Refusal ChooseAVote => new("vote-missing", Texts.RefusalChooseAVote, "vote");
    public static Refusal ReasonForObjection =>
        new("vote-reason-missing", Texts.RefusalReasonForObjection, "reason");
    public static Refusal RoundOpenAlready =>
        new("round-open-already", Texts.RefusalRoundOpenAlready);
    public static Refusal NoWorkGroup => new("review-no-work-group", Texts.RefusalNoWorkGroup);
    public static Refusal FindingElsewhere =>
        new("criterion-judged-meanwhile", Texts.RefusalFindingElsewhere);

    public static Refusal JudgeNotNow(ApplicationState state) =>
        new("criterion-not-now", Fill(Texts.RefusalJudgeNotNow, StateWords.Of(state)));

    public static Refusal SendNotNow(ApplicationState state) =>
        new("review-send-not-now", Fill(Texts.RefusalSendNotNow, StateWords.Of(state)));

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
