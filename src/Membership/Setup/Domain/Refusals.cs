using Banyan.Kernel.Domain;

namespace Banyan.Membership.Setup.Domain;

internal static class Refusals
{
    public static Refusal SetupOver => new("setup-over", Texts.RefusalSetupOver);
}
