using Banyan.Kernel.Access;

namespace Banyan.Partnering.Commitments;

internal static class CommitmentPermissions
{
    public const string Board = "partner.commitments";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            Board,
            "Say for the organisation what it did for a partner, and doubt or let go what the partner promised",
            TeamKind.Staff
        ),
    ];
}
