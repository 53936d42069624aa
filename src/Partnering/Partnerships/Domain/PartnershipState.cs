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
