namespace Banyan.Partnering.Mails;

/// <summary>Why a mail did not arrive, in plain words, from the code alone (RFC 3463): the words of the report may be anybody's.</summary>
internal static class MailReason
{
    public static string Of(string status) =>
        status.Split('.') is not [_, var subject, var detail]
            ? Texts.ReasonNone
            : (subject, detail) switch
            {
                ("1", "2" or "10") => Texts.ReasonNoMailThere,
                ("1", _) => Texts.ReasonNoMailbox,
                ("2", "1") => Texts.ReasonOff,
                ("2", "2") => Texts.ReasonFull,
                ("2", "3") or ("3", "4") => Texts.ReasonTooLarge,
                ("4", _) => Texts.ReasonNotReached,
                ("7", _) => Texts.ReasonRule,
                _ => Texts.ReasonNone,
            };

    /// <summary>With the code, for whoever runs a mail server.</summary>
    public static string WithCode(string status) =>
        status.Length == 0 ? Of(status) : $"{Of(status)} ({status})";
}
