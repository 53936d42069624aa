using Banyan.Kernel.Domain;

namespace Banyan.Membership.Teams;

internal static class TeamLinks
{
    public const string List = "/settings/teams";

    public static string Show(string organisation, string team) => $"{List}/{organisation}/{team}";

    public static string Add(string organisation, string team) => $"{Show(organisation, team)}/add";

    public static string Regions(string organisation, string team) =>
        $"{Show(organisation, team)}/regions";

    public static string Seat(string organisation, string team, PersonId person) =>
        $"{Show(organisation, team)}/seat/{person.Value:n}";

    public static string Remove(string organisation, string team, PersonId person) =>
        $"{Show(organisation, team)}/remove/{person.Value:n}";
}
