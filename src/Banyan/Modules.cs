using Banyan.Kernel;
using Banyan.Membership;
using Banyan.Partnering;

namespace Banyan;

/// <summary>The rooms of the house.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Module> All =
    [
        new MembershipModule(),
        new PartneringModule(),
    ];
}
