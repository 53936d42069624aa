using System.Net;
using Banyan.Membership.People.Domain;
using Banyan.Testing;

namespace Banyan.Web.Tests.Requests;

/// <summary>Who may say where a visitor comes from, and by which scheme.</summary>
public sealed class ProxyTests
{
    private const string Us = "127.0.0.0/8, ::1";
    private const string Others = "192.0.2.7,198.51.100.0/24";

    [Asvs("V4.1.3")]
    [Theory]
    [InlineData("")]
    [InlineData(Others)]
    public async Task Who_is_no_proxy_of_ours_changes_neither_scheme_nor_origin(string proxies)
    {
        await using var host = await StartAsync(proxies);
        using var answer = await PostAsync(host, "https");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        using var plain = await PostAsync(host, "http");
        plain.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Behind_our_proxy_a_form_of_the_https_site_is_taken()
    {
        await using var host = await StartAsync(Us);
        using var answer = await PostAsync(host, "https");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        using var other = await PostAsync(host, "https", "elsewhere.example.org");
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.NotFound)]
    [InlineData("127.0.0.1", HttpStatusCode.NotFound)]
    public async Task Behind_a_proxy_that_calls_us_by_another_name_the_public_address_is_ours(
        string host,
        HttpStatusCode status
    )
    {
        await using var site = await BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Arguments = ["--Banyan:BaseUrl=https://partners.example.org/"],
            }
        );
        (await PostAsync(host, "https://partners.example.org")).ShouldBe(status);
        (await PostAsync(host, "https://partners.example.org:8443")).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await PostAsync(host, "http://partners.example.org")).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(host, "https://example.org")).ShouldBe(HttpStatusCode.Forbidden);

        async Task<HttpStatusCode> PostAsync(string name, string origin)
        {
            using var visitor = site.NewVisitor();
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri(site.BaseUrl, "/there-is-no-such-page")
            );
            request.Content = new FormUrlEncodedContent([]);
            request.Headers.Host = $"{name}:{site.BaseUrl.Port}";
            request.Headers.Add("Origin", origin);
            using var answer = await visitor.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Asvs("V15.3.4")]
    [Theory]
    [InlineData("", MailLimits.PerNetwork)]
    [InlineData(Others, MailLimits.PerNetwork)]
    [InlineData(Us, MailLimits.PerNetwork + 3)]
    public async Task The_limit_of_mails_counts_by_an_address_that_our_proxy_names(
        string proxies,
        int mails
    )
    {
        await using var host = await StartAsync(proxies);
        using var visitor = host.NewVisitor();
        for (var one = 0; one < MailLimits.PerNetwork + 3; one++)
        {
            visitor.Headers["X-Forwarded-For"] = $"203.0.{one}.1";
            using var answer = await visitor.PostAsync(
                "/sign-in",
                ("email", $"person{one}@example.org")
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(mails);
    }

    [Asvs("V4.1.3", "V15.3.4")]
    [Fact]
    public async Task What_a_visitor_said_before_our_proxy_added_its_word_does_not_count()
    {
        await using var host = await StartAsync(Us);
        using var visitor = host.NewVisitor();
        for (var one = 0; one < MailLimits.PerNetwork + 3; one++)
        {
            visitor.Headers["X-Forwarded-For"] = $"192.0.{one}.1, 203.0.113.9";
            using var answer = await visitor.PostAsync(
                "/sign-in",
                ("email", $"person{one}@example.org")
            );
        }
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerNetwork);
    }

    [Asvs("V4.1.3")]
    [Fact]
    public async Task Not_even_our_proxy_names_the_host()
    {
        await using var host = await StartAsync(Us);
        using var visitor = host.NewVisitor();
        visitor.Headers["X-Forwarded-Host"] = "elsewhere.example.org";
        using var answer = await visitor.GetAsync("/");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<BanyanHost> StartAsync(string proxies) =>
        BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = [$"--Banyan:Proxies={proxies}"] }
        );

    /// <summary>A form as a page of the site under this scheme sends it, by a proxy that ended https.</summary>
    private static async Task<HttpResponseMessage> PostAsync(
        BanyanHost host,
        string scheme,
        string? authority = null
    )
    {
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(host.BaseUrl, "/there-is-no-such-page")
        );
        request.Content = new FormUrlEncodedContent([]);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Origin", $"{scheme}://{authority ?? host.BaseUrl.Authority}");
        return await visitor.SendAsync(request);
    }
}
