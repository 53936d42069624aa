using Microsoft.AspNetCore.Http;

namespace Banyan.Kernel.Web;

/// <summary>Mail programs unsubscribe by a POST of their own (RFC 8058): without cookies, and from no origin of ours. The key in the address is all that they bring, so these addresses act on it alone.</summary>
public static class OneClick
{
    public const string Path = "/unsubscribe/";

    internal static bool Is(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/unsubscribe", StringComparison.Ordinal);
}
