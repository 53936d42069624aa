using Banyan.Kernel.Access;

namespace Banyan.Partnering.Leaving;

/// <summary>What one may do with partnerships of one's organisation.</summary>
internal static class PartnerPermissions
{
    public const string Review = "partner.review";
    public const string Suspend = "partner.suspend";
    public const string Revoke = "partner.revoke";
    public const string Confirm = "partner.confirm";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            Review,
            "Ask that both sides look at a partnership, and mark what its end leads to as done",
            TeamKind.Staff
        ),
        new(
            Suspend,
            "Pause a partnership, at once with a second person, and let it go on",
            TeamKind.Staff
        ),
        new(
            Revoke,
            "Propose to revoke a partnership, step back from one, and answer an appeal in whose case one had no part",
            TeamKind.Staff
        ),
        new(
            Confirm,
            "Confirm as the second person, or drop, what somebody else proposed about a partnership",
            TeamKind.Staff
        ),
    ];
}
