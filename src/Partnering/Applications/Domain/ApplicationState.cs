namespace Banyan.Partnering.Applications.Domain;

internal enum ApplicationState
{
    Draft,
    Submitted,
    PreReview,
    InReview,
    Consultation,
    Deciding,
    Tabled,
    Releasing,
    Approved,
    Declined,
    Withdrawn,
    Closed,
}

/// <summary>Who has to act now. It takes the place of every "more information needed" state.</summary>
internal enum Ball
{
    Applicant,
    Staff,
    WorkGroup,
    Board,
    Nobody,
}

/// <summary>Which side a command belongs to.</summary>
internal enum Role
{
    Applicant,
    Staff,
    Chair,
    Board,
    Rule,
}

internal enum Command
{
    Submit,
    TakeUp,
    SendToWorkGroup,
    StaffDecides,
    CloseRound,
    Escalate,
    RecordAdvice,
    SendBack,
    PutOff,
    TakeUpAgain,
    Release,
    Undo,
    LetterLeavesApproved,
    LetterLeavesDeclined,
    Correct,
    AdmitAppeal,
    LetStandApproved,
    LetStandDeclined,
    Withdraw,
    Close,
    Reopen,
    ReopenDraft,
}
