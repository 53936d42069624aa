using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Banyan.Kernel.Web;

/// <summary>One sentence carried over a redirect, in a cookie that the next page takes away. Shown as text, so a forged one can say nothing but words.</summary>
public static class Said
{
    private const string Cookie = "banyan-said";

    public static void Set(HttpContext context, string sentence)
    {
        if (sentence.Length > 0)
            context.Response.Cookies.Append(
                Cookie,
                WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(sentence)),
                new CookieOptions
                {
                    HttpOnly = true,
                    Secure = context.Request.IsHttps,
                    SameSite = SameSiteMode.Lax,
                    MaxAge = TimeSpan.FromMinutes(1),
                    Path = "/",
                }
            );
    }

    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 2000 } sent)
            return null;
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return Text.Typed.OneLine(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(sent)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
