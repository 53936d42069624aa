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

    public static Refusal NameTooLong =>
        new("organisation-name-too-long", Texts.RefusalNameTooLong, "name");
    public static Refusal AccentUnknown =>
        new("organisation-accent-unknown", Texts.RefusalAccentUnknown, "accent");
    public static Refusal FromNameTooLong =>
        new("organisation-from-name-too-long", Texts.RefusalNameTooLong, "mailFromName");
    public static Refusal ReplyToUnreadable =>
        new("organisation-reply-to-unreadable", Texts.RefusalReplyToUnreadable, "mailReplyTo");
    public static Refusal CountryUnreadable =>
        new("organisation-country-unreadable", Texts.RefusalCountryUnreadable, "country");
    public static Refusal HolidayNameMissing =>
        new("holiday-name-missing", Texts.RefusalHolidayNameMissing, "name");
    public static Refusal HolidayNameTooLong =>
        new("holiday-name-too-long", Texts.RefusalNameTooLong, "name");
    public static Refusal TooManyHolidays => new("holiday-too-many", Texts.RefusalTooManyHolidays);
    public static Refusal HolidayGone => new("holiday-gone", Texts.RefusalHolidayGone);
    public static Refusal HolidayThere =>
        new("holiday-there-already", Texts.RefusalHolidayThere, "day");

    public static Refusal DayUnreadable(string sentence) =>
        new("holiday-day-unreadable", sentence, "day");

    public static Refusal ChangedSince(string what) =>
        new(
            "organisation-changed-since",
            string.Format(CultureInfo.CurrentCulture, Texts.RefusalChangedSince, what)
        );

    public static Refusal ZoneUnknown(string zone) =>
        new(
            "organisation-zone-unknown",
            string.Format(CultureInfo.CurrentCulture, Texts.RefusalZoneUnknown, zone)
        );
}
