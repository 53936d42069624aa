using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Membership.Organisations.Domain;

internal static class Refusals
{
    public static Refusal NameMissing =>
        new("organisation-name-missing", Texts.RefusalNameMissing, "organisation");
    public static Refusal SlugTaken =>
        new("organisation-slug-taken", Texts.RefusalSlugTaken, "organisation");
    public static Refusal SlugUnreadable =>
        new("organisation-slug-unreadable", Texts.RefusalSlugUnreadable, "slug");

    public static Refusal ZoneUnknown(string zone) =>
        new(
            "organisation-zone-unknown",
            string.Format(CultureInfo.CurrentCulture, Texts.RefusalZoneUnknown, zone)
        );
}
