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

/// <summary>Who may give the command. Two: two persons of the organisation together.</summary>
internal enum PartnershipRole
{
    Partner,
    Organisation,
    Two,
    Rule,
}
