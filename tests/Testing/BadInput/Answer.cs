using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace Banyan.Testing.BadInput;

/// <summary>What came back for a request that no browser would make.</summary>
internal sealed record Answer(
    int Status,
    string? Location,
    string Body,
    HttpResponseHeaders Headers
)
{
    private static readonly HtmlParser Parser = new();
    private IHtmlDocument? page;

    public IHtmlDocument Page => page ??= Parser.ParseDocument(Body);
    public string Heading => Words(Page.QuerySelector("h1"));

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Page.QuerySelectorAll(".error-summary li").Select(Words)];

    /// <summary>What stands in the field now.</summary>
    public string? ValueOf(string name) =>
        Page.QuerySelectorAll("input, textarea")
            .FirstOrDefault(field => field.GetAttribute("name") == name) switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            _ => null,
        };

    /// <summary>Never a 5xx; what says no, says so on a page with a heading and a sentence.</summary>
    public Answer ShouldHelp(string about)
    {
        Status.ShouldBeLessThan(500, about);
        if (Status < 400)
            return this;
        Heading.ShouldNotBeEmpty($"{Status} {about}");
        if (Status == 422)
            Problems.ShouldNotBeEmpty(about);
        else
            Words(Page.QuerySelector("p.lead")).ShouldNotBeEmpty($"{Status} {about}");
        Page.QuerySelectorAll("script")
            .Select(script => script.GetAttribute("src"))
            .ShouldAllBe(src => src!.StartsWith("/js/"), about);
        return this;
    }

    public static async Task<Answer> OfAsync(Visitor visitor, HttpRequestMessage request)
    {
        using var response = await visitor.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.Location?.OriginalString,
            body,
            response.Headers
        );
    }

    private static string Words(IElement? element) => (element?.TextContent ?? "").Trim();
}

internal static class Sending
{
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>A path with its bytes as they are: not tidied by the client.</summary>
    public static Uri Exactly(this Visitor visitor, string path) =>
        new(
            visitor.Site.GetLeftPart(UriPartial.Authority) + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

    public static Task<Answer> SendBodyAsync(
        this Visitor visitor,
        HttpMethod method,
        string path,
        HttpContent? body,
        string? type
    )
    {
        if (body is not null && type is not null)
        {
            body.Headers.Remove("Content-Type");
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        var request = new HttpRequestMessage(method, visitor.Exactly(path)) { Content = body };
        request.Headers.Add("Origin", visitor.Site.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return Answer.OfAsync(visitor, request);
    }

    /// <summary>Posts a form whose body is written already.</summary>
    public static Task<Answer> PostBodyAsync(this Visitor visitor, string path, string body) =>
        visitor.SendBodyAsync(
            HttpMethod.Post,
            path,
            new ByteArrayContent(Encoding.ASCII.GetBytes(body)),
            Form
        );

    public static Task<Answer> LookAsync(this Visitor visitor, string path) =>
        Answer.OfAsync(visitor, new HttpRequestMessage(HttpMethod.Get, visitor.Exactly(path)));

    /// <summary>The token that this session's forms carry.</summary>
    public static async Task<string> TokenAsync(this Visitor visitor, string path) =>
        (await visitor.LookAsync(path)).ValueOf("_form")
        ?? throw new InvalidOperationException($"No form at {path}.");
}
