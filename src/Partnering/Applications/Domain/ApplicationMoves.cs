using static Banyan.Partnering.Applications.Domain.ApplicationState;
using static Banyan.Partnering.Applications.Domain.Command;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Every legal move of an application; docs/lifecycles/application.md is printed from it.</summary>
internal static class ApplicationMoves
{
    internal sealed record Move(
        ApplicationState From,
        Command By,
        ApplicationState To,
        Ball Ball,
        params IReadOnlyList<Role> Roles
    );

    public static readonly IReadOnlyList<Move> All =
    [
        new(Draft, Submit, Submitted, Ball.Staff, Role.Applicant),
        new(Submitted, TakeUp, PreReview, Ball.Staff, Role.Staff),
        new(PreReview, SendToWorkGroup, InReview, Ball.WorkGroup, Role.Staff),
        new(PreReview, StaffDecides, Deciding, Ball.Staff, Role.Staff),
        new(InReview, CloseRound, Deciding, Ball.Staff, Role.Rule),
        new(InReview, Escalate, Consultation, Ball.Board, Role.Rule, Role.Chair),
        new(Consultation, CloseRound, Deciding, Ball.Staff, Role.Rule),
        new(Consultation, RecordAdvice, Deciding, Ball.Staff, Role.Board),
        new(Deciding, SendBack, InReview, Ball.WorkGroup, Role.Staff),
        new(Deciding, PutOff, Tabled, Ball.Staff, Role.Staff),
        new(Tabled, TakeUpAgain, Deciding, Ball.Staff, Role.Staff, Role.Rule),
        new(Deciding, Release, Releasing, Ball.Nobody, Role.Staff),
        new(Releasing, Undo, Deciding, Ball.Staff, Role.Staff),
        new(Releasing, LetterLeavesApproved, Approved, Ball.Nobody, Role.Rule),
        new(Releasing, LetterLeavesDeclined, Declined, Ball.Nobody, Role.Rule),
        new(Approved, Correct, Deciding, Ball.Staff, Role.Staff),
        new(Declined, Correct, Deciding, Ball.Staff, Role.Staff),
        new(Declined, AdmitAppeal, Deciding, Ball.Staff, Role.Staff),
        new(Deciding, LetStandApproved, Approved, Ball.Nobody, Role.Staff),
        new(Deciding, LetStandDeclined, Declined, Ball.Nobody, Role.Applicant, Role.Staff),
        new(Draft, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(Submitted, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(PreReview, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(InReview, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(Consultation, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(Deciding, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(Tabled, Withdraw, Withdrawn, Ball.Nobody, Role.Applicant),
        new(Submitted, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(PreReview, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(InReview, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(Consultation, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(Deciding, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(Tabled, Close, Closed, Ball.Nobody, Role.Staff, Role.Rule),
        new(Closed, Reopen, PreReview, Ball.Staff, Role.Applicant, Role.Staff),
        new(Withdrawn, Reopen, PreReview, Ball.Staff, Role.Applicant, Role.Staff),
        new(Withdrawn, ReopenDraft, Draft, Ball.Applicant, Role.Applicant),
    ];

    public static Move? Find(ApplicationState from, Command by) =>
        All.FirstOrDefault(move => move.From == from && move.By == by);

    public static bool MayBy(ApplicationState from, Command by, Role role) =>
        Find(from, by) is { } move && move.Roles.Contains(role);

    /// <summary>Submitted and not yet at an end: the subject is taken, and no other application for it may stand beside this one.</summary>
    public static bool IsOpen(ApplicationState state) =>
        state switch
        {
            Submitted or PreReview or InReview or Consultation or Deciding or Tabled or Releasing =>
                true,
            Draft or Approved or Declined or Withdrawn or Closed => false,
        };
}
