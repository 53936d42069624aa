using System.Net;
using Banyan.Testing;

namespace Banyan.Web.Tests.Requests;

/// <summary>Requests that are answered before anything is routed.</summary>
public sealed class TurnedAwayTests
{
    [Asvs("V3.5.1", "V3.5.2")]
    [Theory]
    [InlineData("POST", null, null)]
    [InlineData("PUT", null, null)]
    [InlineData("DELETE", null, null)]
    [InlineData("PATCH", null, null)]
    [InlineData("POST", "https://elsewhere.example.org", null)]
    [InlineData("POST", "null", null)]
    [InlineData("POST", "own", "cross-site")]
    [InlineData("POST", "own", "same-site")]
    [InlineData("POST", "own", "none")]
    [InlineData("POST", "https://elsewhere.example.org", "same-origin")]
    public async Task An_unsafe_request_from_anywhere_but_our_own_pages_is_refused(
        string method,
        string? origin,
        string? site
    ) => (await StatusAsync(method, origin, site)).ShouldBe(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("own", null)]
    [InlineData("own", "same-origin")]
    [InlineData(null, "same-origin")]
    public async Task An_unsafe_request_from_our_own_page_reaches_the_pages(
        string? origin,
        string? site
    ) => (await StatusAsync("POST", origin, site)).ShouldBe(HttpStatusCode.NotFound);

    [Asvs("V16.4.1")]
    [Theory]
    [InlineData("/a%00b")]
    [InlineData("/a%0Ab")]
    [InlineData("/a%7Fb")]
    [InlineData("/a%C2%85b")]
    [InlineData("/?q=%00")]
    [InlineData("/?q=a%0D%0Ab")]
    [InlineData("/?q=%1B")]
    [InlineData("/?a%08=1")]
    public async Task A_control_character_in_an_address_is_a_bad_request(string address)
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var response = await visitor.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Asvs("V13.4.1")]
    [Theory]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/Home")]
    [InlineData("/wwwroot")]
    [InlineData("/../banyan.db")]
    [InlineData("/.git/HEAD")]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/Banyan.dll")]
    public async Task An_unknown_address_is_not_found(string address)
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var response = await visitor.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> StatusAsync(
        string method,
        string? origin,
        string? site
    )
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(host.BaseUrl, "/there-is-no-such-page")
        );
        request.Content = new FormUrlEncodedContent([]);
        if (origin is not null)
            request.Headers.TryAddWithoutValidation(
                "Origin",
                origin == "own" ? host.BaseUrl.GetLeftPart(UriPartial.Authority) : origin
            );
        if (site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        using var response = await visitor.SendAsync(request);
        return response.StatusCode;
    }
}
