using Banyan.Testing;

namespace Banyan.Security.Tests.SignIn;

/// <summary>What a browser had before somebody signed in with it opens nothing afterwards (session fixation, CWE-384), and nobody is signed in by another's page (login CSRF, as in Indico 3.0.3).</summary>
public sealed class FixationTests
{
    [Asvs("V7.2.4")]
    [Theory, EachDatabase]
    public async Task A_session_that_was_real_before_sign_in_is_dead_after(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        using var attacker = host.NewVisitor();
        await attacker.Visit($"{Foundation.Program}/apply");
        attacker.Fill("Email", World.Stranger.Address);
        await attacker.Press("Begin");
        var draft = attacker.Path;
        var planted = attacker.Cookies[Entering.Cookie].ShouldNotBeNull();
        using var nusrat = host.NewVisitor();
        nusrat.Cookies.Set(Entering.Cookie, planted);
        await nusrat.EnterAsync(host, World.Nusrat.Address);
        (await nusrat.IsInAsync()).ShouldBeTrue();
        nusrat.Cookies[Entering.Cookie].ShouldNotBe(planted);
        (await attacker.IsInAsync()).ShouldBeFalse();
        using var again = await attacker.GetAsync(draft);
        ((int)again.StatusCode).ShouldNotBe(200);
    }

    [Asvs("V3.5.1")]
    [Theory]
    [InlineData("Origin", "https://evil.example.net")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Nobody_is_signed_in_by_a_page_of_somebody_else(string header, string value)
    {
        await using var host = await BanyanHost.StartAsync();
        using var attacker = host.NewVisitor();
        await attacker.AskAsync(World.Stranger.Address);
        var code = await host.CodeForAsync(World.Stranger.Address);
        using var nusrat = host.NewVisitor();
        (await SentAsync(header, value)).ShouldBe(403);
        nusrat.Cookies.Names.ShouldBeEmpty();
        (await SentAsync("Origin", host.BaseUrl.GetLeftPart(UriPartial.Authority))).ShouldBe(303);
        (await nusrat.IsInAsync()).ShouldBeTrue();

        async Task<int> SentAsync(string name, string sent)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri(host.BaseUrl, "/sign-in/code")
            );
            request.Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["ticket"] = attacker.Path.Split('=')[1],
                    ["code"] = code,
                }
            );
            if (sent.Length > 0)
                request.Headers.TryAddWithoutValidation(name, sent);
            using var answer = await nusrat.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Asvs("V3.5.1")]
    [Fact]
    public async Task A_page_of_somebody_else_signs_nobody_out()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.EnteredAsync(World.Nusrat.Address);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(host.BaseUrl, "/sign-out")
        );
        request.Content = new FormUrlEncodedContent([]);
        request.Headers.Add("Origin", "https://evil.example.net");
        using var answer = await nusrat.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(403);
        (await nusrat.IsInAsync()).ShouldBeTrue();
    }

    [Asvs("V3.3.1", "V3.3.2", "V3.3.3", "V3.3.4")]
    [Fact]
    public async Task Each_cookie_of_the_site_over_https_is_bound_to_its_host()
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = ["--Banyan:BaseUrl=https://banyan.example.org"] }
        );
        await host.FoundAsync();
        using var nusrat = await host.EnteredAsync(World.Nusrat.Address);
        await nusrat.Visit("/me");
        nusrat.Fill("name", "Nusrat");
        await nusrat.Press("Save the name");
        await nusrat.Visit("/sign-out");
        await nusrat.Press("Sign out");
        nusrat
            .Cookies.Received.Select(line => line.Split('=')[0])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["__Host-banyan", "__Host-banyan-said"]);
        foreach (var line in nusrat.Cookies.Received)
        {
            var attributes = line.Split("; ").Skip(1).Select(part => part.ToLowerInvariant());
            foreach (var one in (string[])["secure", "httponly", "path=/", "samesite=lax"])
                attributes.ShouldContain(one, line);
            attributes.ShouldNotContain(
                part => part.StartsWith("domain", StringComparison.Ordinal),
                line
            );
        }
    }
}
