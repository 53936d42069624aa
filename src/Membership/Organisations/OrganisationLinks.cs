namespace Banyan.Membership.Organisations;

/// <summary>Addresses of an organisation's own settings.</summary>
internal static class OrganisationLinks
{
    /// <summary>Leads to the one, or lists those that are the viewer's.</summary>
    public const string Mine = "/settings/organisation";

    public static string Change(string slug) => $"/settings/organisations/{slug}";

    public static string Holidays(string slug) => $"{Change(slug)}/holidays";

    public static string AddHoliday(string slug) => $"{Holidays(slug)}/add";

    public static string ImportHolidays(string slug) => $"{Holidays(slug)}/import";

    public static string RemoveHoliday(string slug, Guid id) => $"{Holidays(slug)}/{id}/remove";

    public static string Public(string slug) => $"/organisations/{slug}";
}
