using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>Every expected "no" of a decision and its letter.</summary>
internal static class DecisionRefusals
{
    public static Refusal NotNow(ApplicationState state) =>
        new("decision-not-now", Fill(Texts.RefusalNotNow, StateWords.Of(state)));

    public static Refusal NoTally => new("decision-no-tally", Texts.RefusalNoTally);
    public static Refusal ApprovalAgainstTally =>
        new("decision-against-tally", Texts.RefusalApprovalAgainstTally, "outcome");
    public static Refusal DeclineAgainstTally =>
        new("decision-against-tally", Texts.RefusalDeclineAgainstTally, "outcome");

    public static Refusal ApprovalAgainstAdvice =>
        new("decision-against-advice", Texts.RefusalApprovalAgainstAdvice, "outcome");
    public static Refusal DeclineAgainstAdvice =>
        new("decision-against-advice", Texts.RefusalDeclineAgainstAdvice, "outcome");

    /// <summary>For whoever took part in the decision that is appealed against.</summary>
    public static Refusal DecidedBefore =>
        new("decision-decided-before", Texts.RefusalDecidedBefore);
    public static Refusal NoLetterChosen =>
        new("letter-none-chosen", Texts.RefusalNoLetterChosen, "case");

    /// <summary>Of what was ticked, something is not in the list any more.</summary>
    public static Refusal LetterOfOthers =>
        new("letter-gone-from-list", Texts.RefusalLetterOfOthers, "case");

    /// <summary>Names the one of several that stands against all of them.</summary>
    public static Refusal OfOne(string reference, Refusal refusal) =>
        refusal with
        {
            Sentence = Fill(Texts.RefusalOfOne, reference, refusal.Sentence),
            Field = "case",
        };

    public static Refusal NoAnswerToAppeal =>
        new("appeal-no-answer", Texts.RefusalNoAnswerToAppeal, "answer");
    public static Refusal OutcomeNotOfProgram =>
        new("decision-outcome-not-of-program", Texts.RefusalOutcomeNotOfProgram, "outcome");
    public static Refusal TrialWithoutEnd =>
        new("decision-trial-without-end", Texts.RefusalTrialWithoutEnd, "lastDay");
    public static Refusal LastDayPast =>
        new("decision-last-day-past", Texts.RefusalLastDayPast, "lastDay");
    public static Refusal LookAgainOutside =>
        new("decision-look-again-outside", Texts.RefusalLookAgainOutside, "lookAgainOn");
    public static Refusal ConditionsNotChosen =>
        new("decision-conditions-not-chosen", Texts.RefusalConditionsNotChosen, "outcome");
    public static Refusal NoCondition =>
        new("decision-no-condition", Texts.RefusalNoCondition, "conditions");

    public static Refusal TooManyConditions(int count) =>
        new(
            "decision-too-many-conditions",
            Fill(Texts.RefusalTooManyConditions, count, ApprovalTerms.MostConditions),
            "conditions"
        );

    public static Refusal ConditionTooLong =>
        new(
            "decision-condition-too-long",
            Fill(Texts.RefusalConditionTooLong, ApprovalTerms.LongestCondition),
            "conditions"
        );
    public static Refusal ConditionsWithoutDay =>
        new("decision-conditions-without-day", Texts.RefusalConditionsWithoutDay, "conditionsBy");
    public static Refusal ConditionsByOutside =>
        new("decision-conditions-by-outside", Texts.RefusalConditionsByOutside, "conditionsBy");

    /// <param name="field">In which the day was typed.</param>
    public static Refusal DayUnreadable(string problem, string field) =>
        new("decision-day-unreadable", problem, field);

    public static Refusal SteppedAside => new("decision-stepped-aside", Texts.RefusalSteppedAside);
    public static Refusal ConfirmNotOneself =>
        new("decision-confirm-not-oneself", Texts.RefusalConfirmNotOneself);
    public static Refusal NothingToConfirm =>
        new("decision-nothing-to-confirm", Texts.RefusalNothingToConfirm);

    /// <param name="by">Who recorded the decision.</param>
    public static Refusal NotConfirmed(string by) =>
        new("decision-not-confirmed", Fill(Texts.RefusalNotConfirmed, by));

    /// <param name="organisation">Whose staff can do it.</param>
    public static Refusal NotAcceptedByOrganisation(string organisation) =>
        new("decision-not-accepted-by-organisation", Fill(Texts.RefusalNotAccepted, organisation));

    public static Refusal ConfirmedAlready(string by) =>
        new("decision-confirmed-already", Fill(Texts.RefusalConfirmedAlready, by));

    public static Refusal NoReason(string? criterion) =>
        new(
            "decision-no-reason",
            Texts.RefusalNoReason,
            criterion is null ? null : Field(criterion)
        );

    public static Refusal UnknownCriterion(string criterion) =>
        new("decision-unknown-criterion", Fill(Texts.RefusalUnknownCriterion, criterion));

    public static Refusal NoAdvice => new("decision-no-advice", Texts.RefusalNoAdvice, "advice");
    public static Refusal NoOutcome =>
        new("decision-no-outcome", Texts.RefusalNoOutcome, "outcome");
    public static Refusal AgainFromPast =>
        new("decision-again-from-past", Texts.RefusalAgainFromPast, "againFrom");

    public static Refusal HoldPast => new("decision-hold-past", Texts.RefusalHoldPast, "holdUntil");

    public static Refusal UntilUnreadable(string problem) =>
        new("put-off-until-unreadable", problem, "until");

    public static Refusal UntilPast => new("put-off-until-past", Texts.RefusalUntilPast, "until");
    public static Refusal NoReasonToPutOff =>
        new("put-off-no-reason", Texts.RefusalNoReasonToPutOff, "words");

    public static Refusal DecidedMeanwhile =>
        new("decision-meanwhile", Texts.RefusalDecidedMeanwhile);
    public static Refusal CodeTaken => new("partner-code-taken", Texts.RefusalCodeTaken);
    public static Refusal NoDecision => new("decision-none", Texts.RefusalNoDecision);
    public static Refusal LetterLiveAlready =>
        new("letter-live-already", Texts.RefusalLetterLiveAlready);
    public static Refusal LetterNotWaitingForRelease =>
        new("letter-released-already", Texts.RefusalLetterReleasedAlready);

    public static Refusal LetterIncomplete(IReadOnlyList<string> open) =>
        new(
            "letter-incomplete",
            Fill(
                Texts.RefusalLetterIncomplete,
                string.Join(", ", open.Select(name => $"{{{name}}}"))
            )
        );

    public static Refusal LetterChanged => new("letter-changed", Texts.RefusalLetterChanged);
    public static Refusal NobodyToWriteTo => new("letter-nobody", Texts.RefusalNobodyToWriteTo);
    public static Refusal LetterGone => new("letter-gone", Texts.RefusalLetterGone);
    public static Refusal LetterStoppedAlready =>
        new("letter-stopped-already", Texts.RefusalLetterStoppedAlready);
    public static Refusal LetterNotWaiting =>
        new("letter-not-waiting", Texts.RefusalLetterNotWaiting);

    /// <summary>The name of the form field in which the reason for a criterion is written.</summary>
    public static string Field(string criterion) => $"reasons[{criterion}]";

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
