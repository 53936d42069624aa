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

    /// <summary>The partner gives notice of a substantial change.</summary>
    TellChange,
    Clear,
    Suspend,
    SuspendAtOnce,
    Reinstate,
    StepBack,

    /// <summary>The side that stepped back thinks better of it.</summary>
    TakeUpAgain,
    PassEndDate,
    Revoke,

    /// <summary>The partner asks others to look at its revocation; the state stays.</summary>
    Appeal,

    /// <summary>They say that it stays.</summary>
    LetStand,

    /// <summary>They say that it goes on.</summary>
    Lift,
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
