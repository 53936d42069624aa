namespace Banyan.Partnering.Review;

/// <summary>Addresses of the desk.</summary>
internal static class CaseLinks
{
    public const string All = "/cases";

    public static string Queue(QueueFilter filter, QueuePlace? after = null) =>
        (filter.ToString(), after) switch
        {
            ("", null) => $"{All}#queue",
            ("", { } place) => $"{All}?after={place}#queue",
            (var query, null) => $"{All}?{query}#queue",
            (var query, { } place) => $"{All}?{query}&after={place}#queue",
        };

    /// <summary>The whole queue behind these filters, as a table to take away.</summary>
    public static string Csv(QueueFilter filter) =>
        filter.IsNone ? "/cases.csv" : $"/cases.csv?{filter}";

    /// <summary>Leads to the first case that waits for one's vote.</summary>
    public const string Next = "/cases/next";

    public static string Show(string reference) => $"/cases/{reference}";

    public static string Json(string reference) => $"/cases/{reference}/case.json";

    public static string TakeUp(string reference) => $"/cases/{reference}/take-up";

    public static string Judge(string reference) => $"/cases/{reference}/judge";

    public static string Ask(string reference) => $"/cases/{reference}/ask";

    public static string Note(string reference) => $"/cases/{reference}/note";

    public static string Send(string reference) => $"/cases/{reference}/send-to-work-group";

    public static string ToDecision(string reference) => $"/cases/{reference}/to-decision";

    public static string Advise(string reference) => $"/cases/{reference}/advise";

    public static string Vote(string reference) => $"/cases/{reference}/vote";

    public static string Tag(string reference) => $"/cases/{reference}/tag";

    public static string Untag(string reference) => $"/cases/{reference}/untag";

    public static string Lead(string reference) => $"/cases/{reference}/lead";

    public static string SendBack(string reference) => $"/cases/{reference}/send-back";

    public static string Decide(string reference) => $"/cases/{reference}/decide";

    public static string Letter(string reference) => $"/cases/{reference}/letter";

    public static string Undo(string reference) => $"/cases/{reference}/undo";

    public static string Close(string reference) => $"/cases/{reference}/close";

    public static string Reopen(string reference) => $"/cases/{reference}/reopen";

    public static string Mails(string reference) => $"/cases/{reference}/mails";

    public static string History(string reference, HistoryPlace? after = null) =>
        after is null ? $"/cases/{reference}/history" : $"/cases/{reference}/history?after={after}";
}
