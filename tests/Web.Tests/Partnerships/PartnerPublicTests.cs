using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>What anybody sees of a partnership, on our pages and on other sites.</summary>
public sealed class PartnerPublicTests
{
    private static readonly Instant AfterTheEnd = Instant.FromUtc(2028, 3, 1, 0, 1);

    [Theory]
    [EachDatabase]
    public async Task Badge_and_answers_change_with_the_date_alone(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        (await StandingAsync(anybody, code)).ShouldBe("partner");
        host.Clock.Now = Instant.FromUtc(2028, 1, 2, 0, 0);
        (await StandingAsync(anybody, code)).ShouldBe("renewal-due");
        host.Clock.Now = Instant.FromUtc(2028, 2, 29, 23, 59);
        (await StandingAsync(anybody, code)).ShouldBe("renewal-due");
        await anybody.Visit("/partners");
        anybody.Text.ShouldContain("Dhaka Python Day");
        await anybody.Visit($"/partners?after={code}");
        anybody.Status.ShouldBe(HttpStatusCode.OK);
        anybody.Text.ShouldNotContain("Dhaka Python Day");
        host.Clock.Now = AfterTheEnd;
        (await StandingAsync(anybody, code)).ShouldBe("alumni");
        await anybody.Visit($"/verify/{code}");
        anybody.Heading.ShouldStartWith("Not any more: Dhaka Python Day was a partner");
        await anybody.Visit($"/badge/{code}.svg");
        anybody.Source.ShouldContain(">alumni<");
        await anybody.Visit("/partners");
        anybody.Text.ShouldNotContain("Dhaka Python Day");
        await anybody.Visit("/partners?standing=alumni");
        anybody.Text.ShouldContain("Dhaka Python Day");
    }

    [Theory]
    [EachDatabase]
    public async Task Whoever_has_the_answer_gets_304_until_the_standing_changes(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        foreach (
            var path in new[]
            {
                $"/badge/{code}.svg",
                $"/badge/{code}.json",
                $"/verify/{code}.json",
                $"/verify/{code}",
            }
        )
        {
            host.Clock.Now = Instant.FromUtc(2027, 6, 1, 0, 0);
            using var first = await anybody.GetAsync(path);
            first.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var tag = first.Headers.ETag.ShouldNotBeNull();
            tag.IsWeak.ShouldBeFalse();
            $"{first.Headers.CacheControl}".ShouldBe("public, max-age=300");
            using var again = await AskAsync(anybody, path, tag.Tag);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, path);
            (
                await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            ).ShouldBeEmpty();
            host.Clock.Now = AfterTheEnd;
            using var later = await AskAsync(anybody, path, tag.Tag);
            later.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task A_badge_is_drawn_once_for_all_also_for_those_who_have_it()
    {
        await using var host = await BanyanHost.StartAsync();
        var path = $"/badge/{await PartnerAsync(host)}.svg";
        using var anybody = host.NewVisitor();
        using var first = await anybody.GetAsync(path);
        var tag = first.Headers.ETag!.Tag;
        host.Clock.Advance(Duration.FromSeconds(5));
        (await host.Statements.DuringAsync(() => AskAsync(anybody, path, tag))).ShouldBePositive();
        using var kept = await AskAsync(anybody, path, tag);
        kept.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        kept.Headers.ETag!.Tag.ShouldBe(tag);
        var whole = 0;
        (
            await host.Statements.DuringAsync(async () =>
            {
                using var picture = await anybody.GetAsync(path);
                picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
                whole = (
                    await picture.Content.ReadAsByteArrayAsync(
                        TestContext.Current.CancellationToken
                    )
                ).Length;
            })
        ).ShouldBe(0);
        whole.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Other_sites_may_show_the_badge_and_read_the_answer()
    {
        await using var host = await BanyanHost.StartAsync();
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        using var picture = await anybody.GetAsync($"/badge/{code}.svg");
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        picture.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        using var shield = await anybody.GetAsync($"/badge/{code}.json");
        shield.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        var endpoint = JsonDocument.Parse(
            await shield.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        endpoint.RootElement.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        endpoint
            .RootElement.GetProperty("message")
            .GetString()
            .ShouldBe("partner until 2028-02-29");
    }

    [Fact]
    public async Task The_badge_is_a_picture_with_words_and_nothing_else()
    {
        await using var host = await BanyanHost.StartAsync();
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        using var response = await anybody.GetAsync($"/badge/{code}.svg");
        var picture = XDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        picture
            .Descendants()
            .Select(element => element.Name.LocalName)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["desc", "path", "rect", "svg", "text", "title"]);
        picture
            .Descendants()
            .Attributes()
            .ShouldAllBe(attribute =>
                attribute.IsNamespaceDeclaration
                || !attribute.Value.Contains("//", StringComparison.Ordinal)
            );
        picture.Root!.Attribute("height")!.Value.ShouldBe("20");
    }

    [Theory]
    [EachDatabase]
    public async Task An_unknown_code_is_not_found_and_a_sloppy_one_is_understood(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var code = await PartnerAsync(host);
        using var anybody = host.NewVisitor();
        foreach (
            var path in new[]
            {
                "/badge/00000000.svg",
                "/badge/nonsense.json",
                "/verify/00000000.json",
                "/verify/x",
                "/partners/00000000",
            }
        )
        {
            using var none = await anybody.GetAsync(path);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
        var sloppy = $"{code[..4].ToLowerInvariant()}-{code[4..]}";
        await anybody.Visit($"/verify/{sloppy}");
        anybody.Heading.ShouldStartWith("Yes: Dhaka Python Day is a partner of The Foundation");
    }

    private static async Task<string> PartnerAsync(BanyanHost host)
    {
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        return await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());
    }

    private static async Task<string?> StandingAsync(Visitor visitor, string code)
    {
        using var response = await visitor.GetAsync($"/verify/{code}.json");
        var answer = JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        return answer.RootElement.GetProperty("standing").GetString();
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(visitor.Site, path));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return visitor.SendAsync(request);
    }
}
