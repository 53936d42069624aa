using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Every expected "no" of an application.</summary>
internal static class ApplicationRefusals
{
    public static Refusal NotFrom(Command command, ApplicationState state) =>
        new(
            $"application-not-from-{state}".ToLowerInvariant(),
            Fill(Texts.RefusalNotFrom, StateWords.Of(state), CommandWords(command))
        );

    public static Refusal NotYours(Command command) =>
        new("application-not-yours", Fill(Texts.RefusalNotYours, CommandWords(command)));

    public static Refusal NotYourTurn(ApplicationState state) =>
        new(
            "application-not-open-for-answers",
            Fill(Texts.RefusalNotYourTurn, StateWords.Of(state))
        );

    public static Refusal ImportedStays => new("application-imported", Texts.RefusalImportedStays);
    public static Refusal ImportedOpen =>
        new("application-imported-open", Texts.RefusalImportedOpen);

    /// <summary>For what would end a case that is only looked at again.</summary>
    public static Refusal HadItsLetter =>
        new("application-had-its-letter", Texts.RefusalHadItsLetter);
    public static Refusal NothingToLetStand =>
        new("application-nothing-to-let-stand", Texts.RefusalNothingToLetStand);
    public static Refusal AppealIsAnswered =>
        new("appeal-is-answered", Texts.RefusalAppealIsAnswered);
    public static Refusal LetterLanguageStands =>
        new("letter-language-stands", Texts.RefusalLetterLanguageStands);
    public static Refusal NoSuchLetterLanguage =>
        new("letter-language-none", Texts.RefusalNoSuchLetterLanguage, "Language");
    public static Refusal AppealWaits => new("appeal-waits", Texts.RefusalAppealWaits);
    public static Refusal NoAppeal => new("appeal-none", Texts.RefusalNoAppeal);
    public static Refusal AppealedAlready => new("appeal-already", Texts.RefusalAppealedAlready);
    public static Refusal AppealEmpty => new("appeal-empty", Texts.RefusalAppealEmpty, "words");

    public static Refusal NoAppealNow(ApplicationState state) =>
        new("appeal-not-now", Fill(Texts.RefusalNoAppealNow, StateWords.Of(state)));

    /// <param name="last">The last day on which one could.</param>
    public static Refusal AppealTooLate(LocalDate last) =>
        new("appeal-too-late", Fill(Texts.RefusalAppealTooLate, DayWords.Of(last)));

    public static Refusal TextChanged => new("clause-text-changed", Texts.RefusalTextChanged);

    public static Refusal OrganisationAcceptsNotNow(ApplicationState state) =>
        new(
            "clause-organisation-not-now",
            Fill(Texts.RefusalOrganisationAcceptsNotNow, StateWords.Of(state))
        );

    public static Refusal WrittenMeanwhile(string question, string by, string text) =>
        new("answer-written-meanwhile", Fill(Texts.RefusalWrittenMeanwhile, by, text), question);

    public static Refusal AlreadyHere(EmailAddress email) =>
        new("applicant-already-here", Fill(Texts.RefusalAlreadyHere, email), "email");

    public static Refusal TooManyPeople =>
        new("applicant-too-many", Fill(Texts.RefusalTooManyPeople, Applicant.Most), "email");

    public static Refusal TooManyInvitations(int most) =>
        new("invitations-too-many", Fill(Texts.RefusalTooManyInvitations, most), "email");

    public static Refusal InvitedOften(EmailAddress email) =>
        new("invitations-to-address", Fill(Texts.RefusalInvitedOften, email), "email");

    public static Refusal NotAnApplicant => new("applicant-unknown", Texts.RefusalNotAnApplicant);
    public static Refusal NothingAsked => new("question-none-open", Texts.RefusalNothingAsked);
    public static Refusal AnswerEmpty => new("answer-empty", Texts.RefusalAnswerEmpty, "words");
    public static Refusal NoteEmpty => new("note-empty", Texts.RefusalNoteEmpty, "words");
    public static Refusal ReasonMissing =>
        new("reason-missing", Texts.RefusalReasonMissing, "reason");

    public static Refusal MoveNotNow(ApplicationState state) =>
        new("move-not-now", Fill(Texts.RefusalMoveNotNow, StateWords.Of(state)));

    public static Refusal LeadNotNow(ApplicationState state) =>
        new("lead-not-now", Fill(Texts.RefusalLeadNotNow, StateWords.Of(state)));

    public static Refusal LeadsAlready(string name) =>
        new("lead-already", Fill(Texts.RefusalLeadsAlready, name), "lead");

    public static Refusal LeadNotOfDesk =>
        new("lead-not-of-desk", Texts.RefusalLeadNotOfDesk, "lead");

    public static Refusal DuplicateOfItself =>
        new("duplicate-of-itself", Texts.RefusalDuplicateOfItself, "of");
    public static Refusal DuplicateElsewhere =>
        new("duplicate-elsewhere", Texts.RefusalDuplicateElsewhere, "of");
    public static Refusal DuplicateUnknown =>
        new("duplicate-unknown", Texts.RefusalDuplicateUnknown, "of");

    public static Refusal DuplicateOfEnded(string reference, ApplicationState state) =>
        new(
            "duplicate-of-ended",
            Fill(Texts.RefusalDuplicateOfEnded, reference, StateWords.Of(state)),
            "of"
        );

    public static Refusal AdviceEmpty => new("advice-empty", Texts.RefusalAdviceEmpty, "words");
    public static Refusal AdviceMissing =>
        new("advice-missing", Texts.RefusalAdviceMissing, "advice");
    public static Refusal BodyVotes => new("advice-body-votes", Texts.RefusalBodyVotes);
    public static Refusal AdviceConflict => new("advice-conflict", Texts.RefusalAdviceConflict);
    public static Refusal AskedAlready => new("question-already-open", Texts.RefusalAskedAlready);

    public static Refusal NoAskingNow(ApplicationState state) =>
        new("question-not-now", Fill(Texts.RefusalNoAskingNow, StateWords.Of(state)));

    public static Refusal WaitingForApplicant =>
        new("applicant-holds-the-ball", Texts.RefusalWaitingForApplicant);
    public static Refusal AddressNotProven =>
        new("address-not-proven", Texts.RefusalAddressNotProven);

    public static Refusal Incomplete(int left) =>
        new("answers-left", Fill(Texts.RefusalIncomplete, left));

    public static Refusal ClausesLeft(int left) =>
        new("clauses-left", Fill(Texts.RefusalClausesLeft, left));

    public static Refusal WordsTooLong(int length) =>
        new("words-too-long", Fill(Texts.AnswerTooLong, ThreadEntry.Most, length), "words");

    /// <param name="until">The last day of the term; null where it stands until either side ends it.</param>
    public static Refusal PartnerAlready(string title, LocalDate? until) =>
        new(
            "partner-already",
            until is { } day
                ? Fill(
                    Texts.RefusalPartnerAlready,
                    title,
                    day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)
                )
                : Fill(Texts.RefusalPartnerAlreadyOpen, title)
        );

    public static Refusal OpenAlready => new("application-open-already", Texts.RefusalOpenAlready);
    public static Refusal ReferenceTaken => new("reference-taken", Texts.RefusalReferenceTaken);

    private static string CommandWords(Command command) =>
        command switch
        {
            Command.Submit => Texts.CommandSubmit,
            Command.TakeUp => Texts.CommandTakeUp,
            Command.SendToWorkGroup => Texts.CommandSendToWorkGroup,
            Command.StaffDecides => Texts.CommandStaffDecides,
            Command.CloseRound => Texts.CommandCloseRound,
            Command.Escalate => Texts.CommandEscalate,
            Command.RecordAdvice => Texts.CommandRecordAdvice,
            Command.SendBack => Texts.CommandSendBack,
            Command.PutOff => Texts.CommandPutOff,
            Command.TakeUpAgain => Texts.CommandTakeUpAgain,
            Command.Release => Texts.CommandRelease,
            Command.Undo => Texts.CommandUndo,
            Command.LetterLeavesApproved or Command.LetterLeavesDeclined =>
                Texts.CommandLetterLeaves,
            Command.Correct => Texts.CommandCorrect,
            Command.AdmitAppeal => Texts.CommandAdmitAppeal,
            Command.LetStandApproved or Command.LetStandDeclined => Texts.CommandLetStand,
            Command.Withdraw => Texts.CommandWithdraw,
            Command.Close => Texts.CommandClose,
            Command.Reopen or Command.ReopenDraft => Texts.CommandReopen,
        };

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}

/// <summary>States in words.</summary>
internal static class StateWords
{
    public static string Of(ApplicationState state) =>
        state switch
        {
            ApplicationState.Draft => Texts.StateDraft,
            ApplicationState.Submitted => Texts.StateSubmitted,
            ApplicationState.PreReview => Texts.StatePreReview,
            ApplicationState.InReview => Texts.StateInReview,
            ApplicationState.Consultation => Texts.StateConsultation,
            ApplicationState.Deciding => Texts.StateDeciding,
            ApplicationState.Tabled => Texts.StateTabled,
            ApplicationState.Releasing => Texts.StateReleasing,
            ApplicationState.Approved => Texts.StateApproved,
            ApplicationState.Declined => Texts.StateDeclined,
            ApplicationState.Withdrawn => Texts.StateWithdrawn,
            ApplicationState.Closed => Texts.StateClosed,
        };
}
