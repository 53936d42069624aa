using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Filters.Domain;

internal static class FilterRefusals
{
    public static Refusal NameMissing =>
        new("filter-name-missing", Texts.RefusalNameMissing, "name");
    public static Refusal NameTooLong =>
        new("filter-name-too-long", Texts.RefusalNameTooLong.With(KeptFilter.NameLength), "name");
    public static Refusal NameTaken => new("filter-name-taken", Texts.RefusalNameTaken, "name");
    public static Refusal TooMany =>
        new("filter-too-many", Texts.RefusalTooMany.With(KeptFilter.Most));
    public static Refusal TooLong => new("filter-too-long", Texts.RefusalTooLong);
}
