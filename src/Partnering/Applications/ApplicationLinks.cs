namespace Banyan.Partnering.Applications;

/// <summary>Addresses of the applicant's side.</summary>
internal static class ApplicationLinks
{
    public const string Mine = "/applications";

    public static string Show(string reference) => $"/applications/{reference}";

    public static string Section(string reference, string section) =>
        $"/applications/{reference}/sections/{section}";

    public static string All(string reference) => $"/applications/{reference}/all";

    public static string Clauses(string reference) => $"/applications/{reference}/clauses";

    public static string Send(string reference) => $"/applications/{reference}/send";

    public static string Invite(string reference) => $"/applications/{reference}/invite";

    public static string LetterLanguage(string reference) =>
        $"/applications/{reference}/letter-language";

    public static string UseCode(string reference) => $"/applications/{reference}/use-code";

    public static string Answer(string reference) => $"/applications/{reference}/answer";

    public static string Write(string reference) => $"/applications/{reference}/write";

    public static string Withdraw(string reference) => $"/applications/{reference}/withdraw";

    public static string Appeal(string reference) => $"/applications/{reference}/appeal";

    public static string TakeBackAppeal(string reference) =>
        $"/applications/{reference}/take-back-appeal";

    public static string Reopen(string reference) => $"/applications/{reference}/reopen";

    /// <summary>Proving an address is signing in; one comes back to the same page.</summary>
    public static string Prove(string reference) =>
        $"/sign-in?next={Uri.EscapeDataString(Show(reference))}";
}
