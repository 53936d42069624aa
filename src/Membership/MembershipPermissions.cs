using Banyan.Kernel.Access;

namespace Banyan.Membership;

internal static class MembershipPermissions
{
    public const string ReadTeams = "team.read";
    public const string ManageTeams = "team.manage";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            ReadTeams,
            "See the teams of the organisation and who is in them",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(ManageTeams, "Add people to teams and remove them", TeamKind.Owners),
    ];
}
