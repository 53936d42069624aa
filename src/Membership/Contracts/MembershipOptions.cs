namespace Banyan.Membership.Contracts;

/// <param name="ShowCodes">The page that asks for a mailed code shows it as well: on a developer's machine and in demo mode only.</param>
public sealed record MembershipOptions(bool ShowCodes);
