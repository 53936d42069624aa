namespace Banyan.Partnering.Chairing;

/// <summary>Addresses of what a chair does.</summary>
internal static class ChairLinks
{
    public static string EndVote(string reference) => $"/cases/{reference}/end-vote";

    public static string ReplaceMember(string reference) => $"/cases/{reference}/replace-member";

    public static string Nudge(string reference) => $"/cases/{reference}/nudge";

    public static string Hold(string reference) => $"/cases/{reference}/hold";

    public static string GoOn(string reference) => $"/cases/{reference}/go-on";

    public static string Escalate(string reference) => $"/cases/{reference}/escalate";

    public static string CastingVote(string reference) => $"/cases/{reference}/casting-vote";
}
