using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Kernel.Web;

/// <summary>One sentence carried over a redirect, in a cookie that the next page takes away. Shown as text, so a forged one can say nothing but words.</summary>
public static class Said
{
    private const string Name = "banyan-said";

    public static void Set(HttpContext context, string sentence)
    {
        if (sentence.Length > 0)
            context.Response.Cookies.Append(
                NameFor(context),
                WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(sentence)),
                Options(context, TimeSpan.FromMinutes(1))
            );
    }

    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[NameFor(context)] is not { Length: > 0 and < 2000 } sent)
            return null;
        context.Response.Cookies.Append(NameFor(context), "", Options(context, TimeSpan.Zero));
        try
        {
            return Text.Typed.OneLine(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(sent)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Without the prefix a sub-domain next door could put a sentence into our mouth.
    private static string NameFor(HttpContext context) =>
        IsSecure(context) ? $"__Host-{Name}" : Name;

    private static bool IsSecure(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteAddress>().Base.Scheme == Uri.UriSchemeHttps;

    private static CookieOptions Options(HttpContext context, TimeSpan life) =>
        new()
        {
            HttpOnly = true,
            Secure = IsSecure(context),
            SameSite = SameSiteMode.Lax,
            MaxAge = life,
            Path = "/",
        };
}
