namespace Banyan.Partnering.Declarations;

internal static class DeclarationLinks
{
    public const string Conflicts = "/conflicts";

    public static string Declare(string reference) => $"/cases/{reference}/declare";

    public static string Who(string reference) => $"/cases/{reference}/who";

    public static string Waive(string reference) => $"/cases/{reference}/waive";

    public static string Challenge(string reference) => $"/cases/{reference}/challenge";

    public static string Decide(string reference, ChallengeId challenge) =>
        $"/cases/{reference}/challenges/{challenge.Value}";
}
