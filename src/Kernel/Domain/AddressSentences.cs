namespace Banyan.Kernel.Domain;

/// <summary>What people read when an address was not taken: what is wrong and what to type instead.</summary>
public static class AddressSentences
{
    public static string Sentence(this EmailProblem problem) =>
        problem switch
        {
            EmailProblem.None => "",
            EmailProblem.Empty => Texts.EmailEmpty,
            EmailProblem.TooLong => Texts.EmailTooLong,
            EmailProblem.UnsafeCharacters => Texts.AddressUnsafeCharacters,
            EmailProblem.MoreThanOne => Texts.EmailMoreThanOne,
            EmailProblem.NoAt => Texts.EmailNoAt,
            EmailProblem.LocalPart => Texts.EmailLocalPart,
            EmailProblem.Domain => Texts.EmailDomain,
        };

    public static string Sentence(this WebAddressProblem problem) =>
        problem switch
        {
            WebAddressProblem.None => "",
            WebAddressProblem.Empty => Texts.WebEmpty,
            WebAddressProblem.TooLong => Texts.WebTooLong,
            WebAddressProblem.UnsafeCharacters => Texts.AddressUnsafeCharacters,
            WebAddressProblem.NotWeb => Texts.WebNotWeb,
            WebAddressProblem.UserInfo => Texts.WebUserInfo,
            WebAddressProblem.IpLiteral => Texts.WebIpLiteral,
            WebAddressProblem.SingleLabel => Texts.WebSingleLabel,
            WebAddressProblem.Shortener => Texts.WebShortener,
            WebAddressProblem.Unreadable => Texts.WebUnreadable,
        };
}
