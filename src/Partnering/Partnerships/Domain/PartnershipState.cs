namespace Banyan.Partnering.Partnerships.Domain;

internal enum PartnershipState
{
    Onboarding,
    Active,
    UnderReview,
    Suspended,
    Ended,
    Expired,
    Revoked,
}

internal enum PartnershipCommand
{
    MeetConditions,
    LookAgain,
    Clear,
    Suspend,
    SuspendAtOnce,
    Reinstate,
    StepBack,
    PassEndDate,
    Revoke,
    Renew,

    /// <summary>A correction asks for something first, after all.</summary>
    AskConditions,

    /// <summary>A correction of its letter says that it is none.</summary>
    TakeBack,

    /// <summary>Another letter says that it is one, after all.</summary>
    GiveBack,
}

/// <summary>Who may give the command.</summary>
internal enum PartnershipRole
{
    Partner,
    Organisation,

    /// <summary>Of the organisation, together.</summary>
    TwoPersons,
    Rule,
}
