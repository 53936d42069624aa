using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Applications.Domain;

internal sealed record ApplicationAdmitted(Guid About, string Reason) : DomainEvent(About);

/// <param name="Line">Of the file, counted from 1.</param>
internal sealed record ApplicationImported(Guid About, string File, int Line) : DomainEvent(About);

internal sealed record ApplicationMoved(Guid About, int From, int To, string Reason)
    : DomainEvent(About);

internal sealed record ApplicationStarted(Guid About, string Reference) : DomainEvent(About);

internal sealed record CaseMerged(Guid About, string Into) : DomainEvent(About);

internal sealed record DuplicateTaken(Guid About, string Duplicate) : DomainEvent(About);

internal sealed record LetterLanguageChosen(Guid About, string Language) : DomainEvent(About);

internal sealed record LeadChanged(Guid About, string Lead) : DomainEvent(About);

internal sealed record ApplicationSubmitted(Guid About, string Title) : DomainEvent(About);

internal sealed record ApplicationAmended(Guid About, string Question) : DomainEvent(About);

internal sealed record ApplicationTakenUp(Guid About) : DomainEvent(About);

internal sealed record ApplicationSentToWorkGroup(Guid About) : DomainEvent(About);

internal sealed record ApplicationSentBack(Guid About) : DomainEvent(About);

internal sealed record ApplicationPutOff(Guid About, string Until) : DomainEvent(About);

internal sealed record ApplicationTakenUpAgain(Guid About) : DomainEvent(About);

internal sealed record ApplicationWithdrawn(Guid About, string Reason) : DomainEvent(About);

internal sealed record ApplicationClosed(Guid About, string Reason) : DomainEvent(About);

internal sealed record ApplicationReopened(Guid About) : DomainEvent(About);

internal sealed record ApplicationApproved(Guid About) : DomainEvent(About);

internal sealed record ApplicationDeclined(Guid About) : DomainEvent(About);

/// <param name="Reason">What was wrong in the letter.</param>
internal sealed record CorrectionBegun(Guid About, string Reason) : DomainEvent(About);

internal sealed record AppealMade(Guid About) : DomainEvent(About);

internal sealed record AppealAdmitted(Guid About) : DomainEvent(About);

internal sealed record AppealRefused(Guid About, string Reason) : DomainEvent(About);

internal sealed record LetterStands(Guid About) : DomainEvent(About);

internal sealed record ApplicantInvited(Guid About) : DomainEvent(About);

internal sealed record ApplicantReminded(Guid About) : DomainEvent(About);

internal sealed record ApplicantProven(Guid About) : DomainEvent(About);

internal sealed record ClauseAccepted(Guid About, string Clause, string Hash) : DomainEvent(About);

internal sealed record ClauseTakenBack(Guid About, string Clause) : DomainEvent(About);

internal sealed record ClauseAcceptedAgain(Guid About, string Clause, string Hash)
    : DomainEvent(About);

internal sealed record ClauseAcceptedForOrganisation(Guid About, string Clause, string Hash)
    : DomainEvent(About);

internal sealed record QuestionAsked(Guid About, string AnswerBy, IReadOnlyList<string> Fields)
    : DomainEvent(About);

internal sealed record QuestionAnswered(Guid About) : DomainEvent(About);

internal sealed record NoteWritten(Guid About, string Audience) : DomainEvent(About);

internal sealed record RoundClosed(Guid About, string Sentence) : DomainEvent(About);

internal sealed record ApplicationEscalated(Guid About, string Reason) : DomainEvent(About);

internal sealed record AdviceRecorded(Guid About, bool Recommended) : DomainEvent(About);

internal sealed record ApplicationLeftToStaff(Guid About) : DomainEvent(About);

internal sealed record DecisionReleased(Guid About, string Outcome) : DomainEvent(About);

internal sealed record ReleaseUndone(Guid About) : DomainEvent(About);
