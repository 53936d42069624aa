using Banyan.Kernel.Access;

namespace Banyan.Membership;

internal static class MembershipPermissions
{
    public const string ReadTeams = "team.read";
    public const string ManageTeams = "team.manage";

    public const string ChangeOrganisation = "organisation.change";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            ReadTeams,
            "See the teams of the organisation and who is in them",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            ChangeOrganisation,
            "Change the organisation's name, colour, mail identity, zone, country and holidays",
            TeamKind.Owners
        ),
        new(ManageTeams, "Add people to teams and remove them", TeamKind.Owners),
    ];
}
