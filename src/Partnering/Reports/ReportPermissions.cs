using Banyan.Kernel.Access;

namespace Banyan.Partnering.Reports;

internal static class ReportPermissions
{
    public const string Read = "partner.reports";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "Read what partners report, thank them or ask them about it", TeamKind.Staff),
    ];
}
