namespace Banyan.Membership.Contracts;

/// <summary>Addresses of the pages for members of a team. A team's short name is unique in its organisation only, so both stand in them.</summary>
public static class TeamPages
{
    public static string GoOn(string organisation, string team) =>
        $"/teams/{organisation}/{team}/confirm";

    public static string Participation(string organisation, string team) =>
        $"/teams/{organisation}/{team}/participation";
}
