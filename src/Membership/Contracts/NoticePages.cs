using Banyan.Kernel.Web;

namespace Banyan.Membership.Contracts;

/// <summary>Where people say what mail they want.</summary>
public static class NoticePages
{
    public const string Choose = "/me/notifications";

    /// <summary>Where the key of a person stops one kind, without signing in.</summary>
    public static string Stop(string key, string kind) => $"{OneClick.Path}{key}/{kind}";
}
