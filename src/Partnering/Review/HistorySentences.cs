using Banyan.Kernel.Domain;
using Banyan.Partnering.Absences.Domain;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Filters.Domain;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Mails.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Queues.Domain;
using Banyan.Partnering.Reports.Domain;
using Banyan.Partnering.Review.Domain;
using Banyan.Partnering.Tags.Domain;

namespace Banyan.Partnering.Review;

/// <summary>The sentence of every event, with gaps such as {actor} and {reason} that the event itself fills.</summary>
internal static class HistorySentences
{
    private static readonly Dictionary<string, Func<string>> ByAction = new(StringComparer.Ordinal)
    {
        [Action<AbsenceBegun>()] = () => Texts.EventAbsenceBegun,
        [Action<AbsenceEnded>()] = () => Texts.EventAbsenceEnded,
        [Action<AdmissionCodeMade>()] = () => Texts.EventAdmissionCodeMade,
        [Action<AdmissionCodeWithdrawn>()] = () => Texts.EventAdmissionCodeWithdrawn,
        [Action<AdviceRecorded>()] = () => Texts.EventAdviceRecorded,
        [Action<AppealAdmitted>()] = () => Texts.EventAppealAdmitted,
        [Action<AppealMade>()] = () => Texts.EventAppealMade,
        [Action<AppealRefused>()] = () => Texts.EventAppealRefused,
        [Action<ApplicantInvited>()] = () => Texts.EventApplicantInvited,
        [Action<ApplicantProven>()] = () => Texts.EventApplicantProven,
        [Action<ApplicantReminded>()] = () => Texts.EventApplicantReminded,
        [Action<ApplicationAdmitted>()] = () => Texts.EventApplicationAdmitted,
        [Action<ApplicationAmended>()] = () => Texts.EventApplicationAmended,
        [Action<ApplicationApproved>()] = () => Texts.EventApplicationApproved,
        [Action<ApplicationClosed>()] = () => Texts.EventApplicationClosed,
        [Action<ApplicationDeclined>()] = () => Texts.EventApplicationDeclined,
        [Action<ApplicationEscalated>()] = () => Texts.EventApplicationEscalated,
        [Action<ApplicationImported>()] = () => Texts.EventApplicationImported,
        [Action<ApplicationLeftToStaff>()] = () => Texts.EventApplicationLeftToStaff,
        [Action<ApplicationMoved>()] = () => Texts.EventApplicationMoved,
        [Action<ApplicationPutOff>()] = () => Texts.EventApplicationPutOff,
        [Action<ApplicationReopened>()] = () => Texts.EventApplicationReopened,
        [Action<ApplicationSentBack>()] = () => Texts.EventApplicationSentBack,
        [Action<ApplicationSentToWorkGroup>()] = () => Texts.EventApplicationSentToWorkGroup,
        [Action<ApplicationStarted>()] = () => Texts.EventApplicationStarted,
        [Action<ApplicationSubmitted>()] = () => Texts.EventApplicationSubmitted,
        [Action<ApplicationTakenUp>()] = () => Texts.EventApplicationTakenUp,
        [Action<ApplicationTakenUpAgain>()] = () => Texts.EventApplicationTakenUpAgain,
        [Action<ApplicationWithdrawn>()] = () => Texts.EventApplicationWithdrawn,
        [Action<BallotCast>()] = () => Texts.EventBallotCast,
        [Action<BallotsWentStale>()] = () => Texts.EventBallotsWentStale,
        [Action<CampaignBegun>()] = () => Texts.EventCampaignBegun,
        [Action<CampaignEnded>()] = () => Texts.EventCampaignEnded,
        [Action<CampaignReminded>()] = () => Texts.EventCampaignReminded,
        [Action<CaseMerged>()] = () => Texts.EventCaseMerged,
        [Action<CaseTagged>()] = () => Texts.EventCaseTagged,
        [Action<CaseUntagged>()] = () => Texts.EventCaseUntagged,
        [Action<CastingVoteCast>()] = () => Texts.EventCastingVoteCast,
        [Action<ChallengeMade>()] = () => Texts.EventChallengeMade,
        [Action<ChallengeRefused>()] = () => Texts.EventChallengeRefused,
        [Action<ChallengeUpheld>()] = () => Texts.EventChallengeUpheld,
        [Action<CheckLost>()] = () => Texts.EventCheckLost,
        [Action<CheckMade>()] = () => Texts.EventCheckMade,
        [Action<ClauseAccepted>()] = () => Texts.EventClauseAccepted,
        [Action<ClauseAcceptedAgain>()] = () => Texts.EventClauseAcceptedAgain,
        [Action<ClauseAcceptedForOrganisation>()] = () => Texts.EventClauseAcceptedForOrganisation,
        [Action<ClauseTakenBack>()] = () => Texts.EventClauseTakenBack,
        [Action<CommitmentDoubted>()] = () => Texts.EventCommitmentDoubted,
        [Action<CommitmentKept>()] = () => Texts.EventCommitmentKept,
        [Action<CommitmentWaived>()] = () => Texts.EventCommitmentWaived,
        [Action<CommitmentsReminded>()] = () => Texts.EventCommitmentsReminded,
        [Action<ConditionMet>()] = () => Texts.EventConditionMet,
        [Action<ConditionSaidDone>()] = () => Texts.EventConditionSaidDone,
        [Action<ConditionWaived>()] = () => Texts.EventConditionWaived,
        [Action<ConditionsAllMet>()] = () => Texts.EventConditionsAllMet,
        [Action<ConflictDeclared>()] = () => Texts.EventConflictDeclared,
        [Action<ConflictWaived>()] = () => Texts.EventConflictWaived,
        [Action<ConsequenceSettled>()] = () => Texts.EventConsequenceSettled,
        [Action<CorrectionBegun>()] = () => Texts.EventCorrectionBegun,
        [Action<CriterionJudged>()] = () => Texts.EventCriterionJudged,
        [Action<DecisionConfirmed>()] = () => Texts.EventDecisionConfirmed,
        [Action<DecisionRecorded>()] = () => Texts.EventDecisionRecorded,
        [Action<DecisionRecordedAgainstReview>()] = () => Texts.EventDecisionRecordedAgainstReview,
        [Action<DecisionReleased>()] = () => Texts.EventDecisionReleased,
        [Action<DecisionSuperseded>()] = () => Texts.EventDecisionSuperseded,
        [Action<DiscussionOpened>()] = () => Texts.EventDiscussionOpened,
        [Action<DuplicateTaken>()] = () => Texts.EventDuplicateTaken,
        [Action<FileRemoved>()] = () => Texts.EventFileRemoved,
        [Action<FilesAttached>()] = () => Texts.EventFilesAttached,
        [Action<FilterDropped>()] = () => Texts.EventFilterDropped,
        [Action<FilterKept>()] = () => Texts.EventFilterKept,
        [Action<ImportDiscarded>()] = () => Texts.EventImportDiscarded,
        [Action<ImportUndone>()] = () => Texts.EventImportUndone,
        [Action<ImportUploaded>()] = () => Texts.EventImportUploaded,
        [Action<ImportWritten>()] = () => Texts.EventImportWritten,
        [Action<LeadChanged>()] = () => Texts.EventLeadChanged,
        [Action<LetterLanguageChosen>()] = () => Texts.EventLetterLanguageChosen,
        [Action<LetterLeaving>()] = () => Texts.EventLetterLeaving,
        [Action<LetterLeft>()] = () => Texts.EventLetterLeft,
        [Action<LetterReleased>()] = () => Texts.EventLetterReleased,
        [Action<LetterStands>()] = () => Texts.EventLetterStands,
        [Action<LetterStopped>()] = () => Texts.EventLetterStopped,
        [Action<LookedAgain>()] = () => Texts.EventLookedAgain,
        [Action<MailCameBack>()] = () => Texts.EventMailCameBack,
        [Action<MembersNudged>()] = () => Texts.EventMembersNudged,
        [Action<NoteWritten>()] = () => Texts.EventNoteWritten,
        [Action<PartnershipBegun>()] = () => Texts.EventPartnershipBegun,
        [Action<PartnershipChangeTold>()] = () => Texts.EventPartnershipChangeTold,
        [Action<PartnershipCorrected>()] = () => Texts.EventPartnershipCorrected,
        [Action<PartnershipExpired>()] = () => Texts.EventPartnershipExpired,
        [Action<PartnershipGoesOn>()] = () => Texts.EventPartnershipGoesOn,
        [Action<PartnershipLookedAt>()] = () => Texts.EventPartnershipLookedAt,
        [Action<PartnershipReinstated>()] = () => Texts.EventPartnershipReinstated,
        [Action<PartnershipRevoked>()] = () => Texts.EventPartnershipRevoked,
        [Action<PartnershipSteppedBack>()] = () => Texts.EventPartnershipSteppedBack,
        [Action<PartnershipSuspended>()] = () => Texts.EventPartnershipSuspended,
        [Action<PartnershipTakenBack>()] = () => Texts.EventPartnershipTakenBack,
        [Action<PartnershipTakenUpAgain>()] = () => Texts.EventPartnershipTakenUpAgain,
        [Action<ProgramDraftBegun>()] = () => Texts.EventProgramDraftBegun,
        [Action<ProgramDraftDiscarded>()] = () => Texts.EventProgramDraftDiscarded,
        [Action<ProgramPublished>()] = () => Texts.EventProgramPublished,
        [Action<ProposalAnswered>()] = () => Texts.EventProposalAnswered,
        [Action<ProposalDropped>()] = () => Texts.EventProposalDropped,
        [Action<QuestionAnswered>()] = () => Texts.EventQuestionAnswered,
        [Action<QuestionAsked>()] = () => Texts.EventQuestionAsked,
        [Action<QueueKeepersGone>()] = () => Texts.EventQueueKeepersGone,
        [Action<QueueKeepersNamed>()] = () => Texts.EventQueueKeepersNamed,
        [Action<ReleaseUndone>()] = () => Texts.EventReleaseUndone,
        [Action<RevocationAppealed>()] = () => Texts.EventRevocationAppealed,
        [Action<RevocationLifted>()] = () => Texts.EventRevocationLifted,
        [Action<RevocationProposed>()] = () => Texts.EventRevocationProposed,
        [Action<RevocationStands>()] = () => Texts.EventRevocationStands,
        [Action<ReportAnswered>()] = () => Texts.EventReportAnswered,
        [Action<ReportAsked>()] = () => Texts.EventReportAsked,
        [Action<ReportPublished>()] = () => Texts.EventReportPublished,
        [Action<ReportReminded>()] = () => Texts.EventReportReminded,
        [Action<ReportSent>()] = () => Texts.EventReportSent,
        [Action<ReportThanked>()] = () => Texts.EventReportThanked,
        [Action<ReportUnpublished>()] = () => Texts.EventReportUnpublished,
        [Action<RoundClosed>()] = () => Texts.EventRoundClosed,
        [Action<RoundEndedByChair>()] = () => Texts.EventRoundEndedByChair,
        [Action<RoundExtended>()] = () => Texts.EventRoundExtended,
        [Action<RoundHeld>()] = () => Texts.EventRoundHeld,
        [Action<RoundOpened>()] = () => Texts.EventRoundOpened,
        [Action<RoundTied>()] = () => Texts.EventRoundTied,
        [Action<RoundWentOn>()] = () => Texts.EventRoundWentOn,
        [Action<SeatReplaced>()] = () => Texts.EventSeatReplaced,
        [Action<SuspensionProposed>()] = () => Texts.EventSuspensionProposed,
        [Action<TermReminded>()] = () => Texts.EventTermReminded,
    };

    /// <summary>What would drown the turns of a case.</summary>
    public static readonly IReadOnlySet<string> Small = new HashSet<string>(StringComparer.Ordinal)
    {
        Action<ApplicationStarted>(),
        Action<ApplicationAmended>(),
        Action<ApplicantInvited>(),
        Action<ApplicantProven>(),
        Action<CaseTagged>(),
        Action<CaseUntagged>(),
        Action<LetterLanguageChosen>(),
        Action<ChallengeMade>(),
        Action<ChallengeRefused>(),
        Action<ChallengeUpheld>(),
        Action<ClauseAccepted>(),
        Action<ClauseAcceptedAgain>(),
        Action<ClauseTakenBack>(),
        Action<MailCameBack>(),
        Action<MembersNudged>(),
        Action<NoteWritten>(),
        Action<CriterionJudged>(),
        Action<ConflictDeclared>(),
        Action<CheckMade>(),
        Action<DecisionSuperseded>(),
        Action<FileRemoved>(),
        Action<FilesAttached>(),
        Action<LetterLeaving>(),
        Action<LetterReleased>(),
        Action<LetterStopped>(),
    };

    private static readonly Dictionary<string, Func<string>> WithoutTally = new(
        StringComparer.Ordinal
    )
    {
        [Action<ApplicationEscalated>()] = () => Texts.EventApplicationEscalatedPlain,
        [Action<DecisionRecordedAgainstReview>()] = () => Texts.EventDecisionRecorded,
        [Action<RoundClosed>()] = () => Texts.EventRoundClosedPlain,
    };

    /// <summary>Null for an event that nobody wrote a sentence for.</summary>
    /// <param name="tallies">Whether the result of a vote may be told.</param>
    public static string? Of(string action, bool tallies = true) =>
        !tallies && WithoutTally.TryGetValue(action, out var plain) ? plain()
        : ByAction.TryGetValue(action, out var sentence) ? sentence()
        : null;

    private static string Action<TEvent>()
        where TEvent : DomainEvent => DomainEvent.ActionOf(typeof(TEvent));
}
