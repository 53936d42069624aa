using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>Every expected "no" of a partnership.</summary>
internal static class PartnershipRefusals
{
    public static Refusal NoSuchCondition => new("condition-none", Texts.RefusalNoSuchCondition);
    public static Refusal NoVerdict => new("condition-no-verdict", Texts.RefusalNoVerdict);
    public static Refusal SayWhatWasDone =>
        new("condition-say-what", Texts.RefusalSayWhatWasDone, "words");
    public static Refusal SayWhyWaived =>
        new("condition-say-why", Texts.RefusalSayWhyWaived, "note");
    public static Refusal SayWhatCameOfIt =>
        new("look-again-say-what", Texts.RefusalSayWhatCameOfIt, "words");
    public static Refusal NothingToLookAt =>
        new("look-again-nothing", Texts.RefusalNothingToLookAt);

    public static Refusal WordsTooLong(int length) =>
        new(
            "condition-words-too-long",
            string.Format(
                CultureInfo.CurrentCulture,
                Texts.RefusalWordsTooLong,
                PartnershipCondition.Most,
                length
            ),
            "words"
        );

    public static Refusal SayWhy => new("partner-say-why", Texts.RefusalSayWhy, "words");
    public static Refusal CodeNameTooLong =>
        new("partner-code-name", Texts.RefusalCodeName.With(Grounds.MostCode), "conductCase");
    public static Refusal SayWhichClause =>
        new("partner-which-clause", Texts.RefusalWhichClause, "clause");
    public static Refusal HearLonger =>
        new(
            "partner-hear-longer",
            Texts.RefusalHearLonger.With(Partnership.HearingDays),
            "answerBy"
        );
    public static Refusal ProposedAlready => new("partner-proposed", Texts.RefusalProposed);
    public static Refusal NothingToAnswer => new("partner-no-notice", Texts.RefusalNoNotice);
    public static Refusal SayWhatYouThink =>
        new("partner-say-what", Texts.RefusalSayWhatYouThink, "words");
    public static Refusal NothingToConfirm => new("partner-no-proposal", Texts.RefusalNoProposal);
    public static Refusal SecondPerson => new("partner-second-person", Texts.RefusalSecondPerson);
    public static Refusal NothingToAppeal => new("partner-no-appeal", Texts.RefusalNoAppeal);
    public static Refusal TooLateToAppeal =>
        new("partner-appeal-late", Texts.RefusalAppealLate.With(Partnership.AppealTime.Days));
    public static Refusal OthersAnswer => new("partner-others-answer", Texts.RefusalOthersAnswer);
    public static Refusal OtherSideSteppedBack => new("partner-other-side", Texts.RefusalOtherSide);
    public static Refusal TooLateToTakeUp =>
        new("partner-take-up-late", Texts.RefusalTakeUpLate.With(Partnership.UndoTime.Days));
    public static Refusal NoSuchConsequence => new("consequence-none", Texts.RefusalNoConsequence);
    public static Refusal SayWhatShowsIt =>
        new("consequence-say-what", Texts.RefusalSayWhatShowsIt, "proof");

    public static Refusal NotFrom(PartnershipState state) =>
        new("partner-not-from", Texts.RefusalNotFrom.With(PartnerStateWords.Of(state)));

    public static Refusal NotHeardYet(LocalDate day) =>
        new("partner-not-heard", Texts.RefusalNotHeard.With(DayWords.Of(day)));

    public static Refusal GroundsTooLong(int length) =>
        new(
            "partner-words-too-long",
            Texts.RefusalWordsTooLong.With(Grounds.Most, length),
            "words"
        );
}
