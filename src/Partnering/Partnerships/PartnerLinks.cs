namespace Banyan.Partnering.Partnerships;

/// <summary>Public addresses of a partnership.</summary>
internal static class PartnerLinks
{
    public const string All = "/partners";

    public static string Show(string code) => $"/partners/{code}";

    /// <summary>What only its two sides see.</summary>
    public static string Inside(string code) => $"/partners/{code}/inside";

    public static string Verify(string code) => $"/verify/{code}";

    public static string VerifyJson(string code) => $"/verify/{code}.json";

    public static string Badge(string code) => $"/badge/{code}.svg";

    public static string BadgeJson(string code) => $"/badge/{code}.json";

    /// <summary>The partner's side: what the letter asks for first.</summary>
    public static string Conditions(string reference) => $"/applications/{reference}/conditions";

    /// <summary>The same at the desk.</summary>
    public static string Settle(string reference) => $"/cases/{reference}/conditions";

    public static string LookAgain(string reference) => $"/cases/{reference}/look-again";
}
