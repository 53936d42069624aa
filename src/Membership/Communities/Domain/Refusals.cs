using Banyan.Kernel.Domain;

namespace Banyan.Membership.Communities.Domain;

internal static class Refusals
{
    public static Refusal NameMissing => new("community-name-missing", Texts.RefusalNameMissing);
    public static Refusal NameTooLong => new("community-name-too-long", Texts.RefusalNameTooLong);
}
