using Banyan.Kernel.Domain;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Mails.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;

namespace Banyan.Partnering.Review;

/// <summary>The sentence of every event, with gaps such as {actor} and {reason} that the event itself fills.</summary>
internal static class HistorySentences
{
    private static readonly Dictionary<string, Func<string>> ByAction = new(StringComparer.Ordinal)
    {
        [Action<AdviceRecorded>()] = () => Texts.EventAdviceRecorded,
        [Action<ApplicantInvited>()] = () => Texts.EventApplicantInvited,
        [Action<AdmissionCodeMade>()] = () => Texts.EventAdmissionCodeMade,
        [Action<AdmissionCodeWithdrawn>()] = () => Texts.EventAdmissionCodeWithdrawn,
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
        [Action<ApplicationTakenUpAgain>()] = () => Texts.EventApplicationTakenUpAgain,
        [Action<ApplicationReopened>()] = () => Texts.EventApplicationReopened,
        [Action<ApplicationSentBack>()] = () => Texts.EventApplicationSentBack,
        [Action<ApplicationSentToWorkGroup>()] = () => Texts.EventApplicationSentToWorkGroup,
        [Action<ApplicationStarted>()] = () => Texts.EventApplicationStarted,
        [Action<ApplicationSubmitted>()] = () => Texts.EventApplicationSubmitted,
        [Action<ApplicationTakenUp>()] = () => Texts.EventApplicationTakenUp,
        [Action<ApplicationWithdrawn>()] = () => Texts.EventApplicationWithdrawn,
        [Action<BallotCast>()] = () => Texts.EventBallotCast,
        [Action<BallotsWentStale>()] = () => Texts.EventBallotsWentStale,
        [Action<CampaignBegun>()] = () => Texts.EventCampaignBegun,
        [Action<CampaignEnded>()] = () => Texts.EventCampaignEnded,
        [Action<CampaignReminded>()] = () => Texts.EventCampaignReminded,
        [Action<CastingVoteCast>()] = () => Texts.EventCastingVoteCast,
        [Action<ChallengeMade>()] = () => Texts.EventChallengeMade,
        [Action<ChallengeRefused>()] = () => Texts.EventChallengeRefused,
        [Action<ChallengeUpheld>()] = () => Texts.EventChallengeUpheld,
        [Action<CheckMade>()] = () => Texts.EventCheckMade,
        [Action<ClauseAccepted>()] = () => Texts.EventClauseAccepted,
        [Action<ClauseAcceptedAgain>()] = () => Texts.EventClauseAcceptedAgain,
        [Action<ClauseAcceptedForOrganisation>()] = () => Texts.EventClauseAcceptedForOrganisation,
        [Action<ClauseTakenBack>()] = () => Texts.EventClauseTakenBack,
        [Action<ConflictDeclared>()] = () => Texts.EventConflictDeclared,
        [Action<ConflictWaived>()] = () => Texts.EventConflictWaived,
        [Action<CriterionJudged>()] = () => Texts.EventCriterionJudged,
        [Action<DecisionConfirmed>()] = () => Texts.EventDecisionConfirmed,
        [Action<DecisionRecorded>()] = () => Texts.EventDecisionRecorded,
        [Action<DecisionReleased>()] = () => Texts.EventDecisionReleased,
        [Action<DecisionSuperseded>()] = () => Texts.EventDecisionSuperseded,
        [Action<DiscussionOpened>()] = () => Texts.EventDiscussionOpened,
        [Action<FileRemoved>()] = () => Texts.EventFileRemoved,
        [Action<FilesAttached>()] = () => Texts.EventFilesAttached,
        [Action<ImportDiscarded>()] = () => Texts.EventImportDiscarded,
        [Action<ImportUndone>()] = () => Texts.EventImportUndone,
        [Action<ImportUploaded>()] = () => Texts.EventImportUploaded,
        [Action<ImportWritten>()] = () => Texts.EventImportWritten,
        [Action<LetterLeaving>()] = () => Texts.EventLetterLeaving,
        [Action<LetterLeft>()] = () => Texts.EventLetterLeft,
        [Action<LetterReleased>()] = () => Texts.EventLetterReleased,
        [Action<LetterStopped>()] = () => Texts.EventLetterStopped,
        [Action<MailCameBack>()] = () => Texts.EventMailCameBack,
        [Action<MembersNudged>()] = () => Texts.EventMembersNudged,
        [Action<NoteWritten>()] = () => Texts.EventNoteWritten,
        [Action<PartnershipBegun>()] = () => Texts.EventPartnershipBegun,
        [Action<ProgramDraftBegun>()] = () => Texts.EventProgramDraftBegun,
        [Action<ProgramDraftDiscarded>()] = () => Texts.EventProgramDraftDiscarded,
        [Action<ProgramPublished>()] = () => Texts.EventProgramPublished,
        [Action<QuestionAnswered>()] = () => Texts.EventQuestionAnswered,
        [Action<QuestionAsked>()] = () => Texts.EventQuestionAsked,
        [Action<ReleaseUndone>()] = () => Texts.EventReleaseUndone,
        [Action<RoundClosed>()] = () => Texts.EventRoundClosed,
        [Action<RoundEndedByChair>()] = () => Texts.EventRoundEndedByChair,
        [Action<RoundExtended>()] = () => Texts.EventRoundExtended,
        [Action<RoundHeld>()] = () => Texts.EventRoundHeld,
        [Action<RoundOpened>()] = () => Texts.EventRoundOpened,
        [Action<RoundTied>()] = () => Texts.EventRoundTied,
        [Action<RoundWentOn>()] = () => Texts.EventRoundWentOn,
        [Action<SeatReplaced>()] = () => Texts.EventSeatReplaced,
    };

    /// <summary>What would drown the turns of a case.</summary>
    public static readonly IReadOnlySet<string> Small = new HashSet<string>(StringComparer.Ordinal)
    {
        Action<ApplicationStarted>(),
        Action<ApplicationAmended>(),
        Action<ApplicantInvited>(),
        Action<ApplicantProven>(),
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
