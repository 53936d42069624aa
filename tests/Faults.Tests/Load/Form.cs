using Banyan.Faults.Tests.Grounds;
using Banyan.Kernel.Web;

namespace Banyan.Faults.Tests.Load;

/// <summary>A form as a browser sends it.</summary>
internal sealed record Form(
    string Path,
    string? Cookie,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    /// <param name="key">The form's own key, under which it counts once.</param>
    public static Form Of(
        string path,
        Browser? browser,
        string key,
        params (string Name, string Value)[] fields
    ) =>
        new(
            path,
            browser?.Cookie,
            [
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
                KeyValuePair.Create(CommitPage.OnceField, key),
                .. browser is null
                    ? []
                    : (KeyValuePair<string, string>[])
                        [KeyValuePair.Create(FormGuard.TokenField, browser.Token)],
            ]
        );

    /// <param name="node">Where it is sent to.</param>
    /// <param name="origin">The public address of the site; null: the node's own.</param>
    public HttpRequestMessage Request(Uri node, Uri? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, Path))
        {
            Content = new FormUrlEncodedContent(Fields),
        };
        request.Headers.Add("Origin", (origin ?? node).GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        return request;
    }
}
