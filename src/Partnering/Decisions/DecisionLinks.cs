namespace Banyan.Partnering.Decisions;

/// <summary>Addresses of deciding.</summary>
internal static class DecisionLinks
{
    public const string ReleaseMany = "/cases/release";
    public const string TakeBackMany = "/cases/take-back";

    public static string Case(string reference) => $"/cases/{reference}";

    public static string Decide(string reference) => $"/cases/{reference}/decide";

    public static string Letter(string reference) => $"/cases/{reference}/letter";

    public static string Confirm(string reference) => $"/cases/{reference}/confirm";

    public static string Release(string reference) => $"/cases/{reference}/release";

    public static string Undo(string reference) => $"/cases/{reference}/undo";

    public static string PutOff(string reference) => $"/cases/{reference}/put-off";

    public static string DecideNow(string reference) => $"/cases/{reference}/decide-now";

    public static string Correct(string reference) => $"/cases/{reference}/correct";

    public static string LetStand(string reference) => $"/cases/{reference}/let-stand";

    public static string AnswerAppeal(string reference) => $"/cases/{reference}/appeal";

    public static string SendBack(string reference) => $"/cases/{reference}/send-back";
}
