using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Http;

namespace Banyan.Membership.People;

/// <summary>The cookie that names a session. Over https it is bound to this very host; plain http serves developers' machines only, where browsers refuse a secure cookie.</summary>
internal static class SessionCookie
{
    public static string Name(SiteAddress site) => IsSecure(site) ? "__Host-banyan" : "banyan";

    public static string? Read(HttpContext context, SiteAddress site) =>
        context.Request.Cookies[Name(site)] is { Length: > 20 and < 100 } secret ? secret : null;

    public static void Write(HttpContext context, SiteAddress site, string secret) =>
        context.Response.Cookies.Append(
            Name(site),
            secret,
            Options(site, TimeSpan.FromDays(Domain.Session.Longest.Days))
        );

    public static void Remove(HttpContext context, SiteAddress site) =>
        context.Response.Cookies.Append(Name(site), "", Options(site, TimeSpan.Zero));

    private static bool IsSecure(SiteAddress site) => site.Base.Scheme == Uri.UriSchemeHttps;

    private static CookieOptions Options(SiteAddress site, TimeSpan life) =>
        new()
        {
            Secure = IsSecure(site),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = life,
        };
}
