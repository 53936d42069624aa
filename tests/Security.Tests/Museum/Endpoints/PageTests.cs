using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Kernel.Text;
using Banyan.Security.Tests.Headers;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Security.Tests.Museum.Endpoints;

/// <summary>What other systems once let a page, a mail or a link say.</summary>
public sealed class PageTests
{
    // The braces make an error of every format that they come into.
    private const string Bad =
        "{0}{99}{\"><svg onload=alert(1)></svg><script>alert(1)</script>[x](javascript:alert(1))";

    /// <summary>GitLab CVE-2023-7028: a list of addresses was taken, and the link went to the second one.</summary>
    [Theory]
    [InlineData("email", "email")]
    [InlineData("email", "email[]")]
    [InlineData("email[]", "email[]")]
    [InlineData("email[0]", "email[1]")]
    [InlineData("email", "Email")]
    public async Task Gitlab_2023_7028_a_second_address_gets_no_code(string first, string second)
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync(
            "/sign-in",
            (first, World.Nusrat.Address),
            (second, World.Stranger.Address)
        );
        await host.WorkAsync();
        host.Mailbox.All.Select(letter => letter.To)
            .ShouldBe((int)answer.StatusCode == 303 ? [World.Nusrat.Address] : []);
    }

    /// <summary>Snipe-IT CVE-2022-23064, Passbolt CVE-2025-27913, ASP.NET Core CVE-2018-0787: the link in a mail was built from what the sender said.</summary>
    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Host")]
    [InlineData("Forwarded")]
    [InlineData("X-Original-URL")]
    [InlineData("X-Forwarded-Prefix")]
    public async Task Passbolt_2025_27913_a_mail_links_to_the_address_of_the_setting(string header)
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = ["--Banyan:Proxies=127.0.0.0/8"] }
        );
        using var visitor = host.NewVisitor();
        visitor.Headers[header] =
            header == "Forwarded" ? "host=elsewhere.example.org" : "elsewhere.example.org";
        using var answer = await visitor.PostAsync("/sign-in", ("email", World.Nusrat.Address));
        ((int)answer.StatusCode).ShouldBe(303);
        await host.WorkAsync();
        var letter = host.Mailbox.All.ShouldHaveSingleItem();
        letter.Text.ShouldNotContain("elsewhere");
        letter.Text.ShouldContain(host.BaseUrl.AbsoluteUri);
    }

    /// <summary>Discourse CVE-2019-1020018: whoever fetched the link of a mail, a scanner too, was signed in by it.</summary>
    [Asvs("V7.6.2")]
    [Fact]
    public async Task Discourse_2019_1020018_the_link_of_a_mail_signs_nobody_in()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        using var asked = await visitor.PostAsync("/sign-in", ("email", World.Nusrat.Address));
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var link = asked.Headers.Location!.OriginalString;
        var before = await DatabaseState.OfAsync(host);
        using var scanner = host.NewVisitor();
        for (var times = 0; times < 3; times++)
        {
            (await scanner.LookAsync(link)).Status.ShouldBe(200);
            (await scanner.LookAsync($"{link}&code={code}")).Status.ShouldBe(200);
        }
        scanner.Cookies.Names.ShouldBeEmpty();
        (await DatabaseState.OfAsync(host)).ShouldBe(before);
        using var entered = await visitor.PostAsync(
            link,
            ("ticket", link.Split('=')[1]),
            ("code", code)
        );
        ((int)entered.StatusCode).ShouldBe(303);
    }

    /// <summary>Indico CVE-2024-45399 and 3.3.9, Hypha: a link of the sign-in page led elsewhere, or ran.</summary>
    [Fact]
    public async Task Indico_2024_45399_the_address_to_go_to_next_is_text_and_ours()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        foreach (
            var next in (string[])
                [
                    Bad,
                    "javascript:alert(1)",
                    "//elsewhere.example.org",
                    "\"onfocus=alert(1) autofocus=\"",
                ]
        )
        {
            var answer = await visitor.LookAsync($"/sign-in?next={Uri.EscapeDataString(next)}");
            answer.Status.ShouldBe(200, next);
            Running(answer.Body).ShouldBeEmpty(next);
        }
    }

    /// <summary>pretalx GHSA-cjcx-jfp2-f7m2, Zulip CVE-2026-24050, Indico CVE-2023-37901: what was stored ran on a page.</summary>
    [Asvs("V1.2.1", "V1.3.10")]
    [Fact]
    public async Task Pretalx_cjcx_and_Zulip_2026_24050_whatever_is_stored_is_text_on_every_page()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        var columns = await world.Host.DbAsync(SpoilAsync);
        columns.ShouldBeGreaterThan(25);
        Should.Throw<FormatException>(() => Bad.With("x"));
        var (pages, shown) = (0, 0);
        foreach (var persona in FormBook.Writing)
        {
            using var visitor = world.Visitor(persona);
            foreach (
                var path in Door.All(world.Host)
                    .Where(door => door is { Method: "GET", Handles: true })
                    .SelectMany(door =>
                        Target
                            .Of(door.Page, world, persona)
                            .Where(target =>
                                new Cell(door, target, persona).Expected == Matrix.Answer.Allow
                            )
                    )
                    .Select(target => target.Path)
            )
            {
                var answer = await visitor.LookAsync(path);
                answer.Status.ShouldBeLessThan(500, path);
                if (!answer.Body.StartsWith("<!doctype html>", StringComparison.Ordinal))
                    continue;
                pages++;
                shown += answer.Body.Contains("svg onload", StringComparison.Ordinal) ? 1 : 0;
                Running(answer.Body).ShouldBeEmpty(path);
            }
        }
        shown.ShouldBeGreaterThan(100);
        Figures.Add(
            "S10",
            $"a script in {columns} columns of the database: on {shown} of {pages} pages, 0 times as anything but text"
        );
    }

    /// <summary>Indico 2.2.3, CVE-2019-12134, CVE-2019-17661: a cell of an export was a formula.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"https://elsewhere.example.org\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    public void Indico_2_2_3_a_cell_is_no_formula(string typed)
    {
        var text = new StringBuilder();
        Csv.Add(text, typed);
        text.ToString().ShouldStartWith("\"'");
    }

    /// <summary>Zulip Cloud 2021-03-18, Indico 3.2.4 and 2.3.1: a cache gave one person's page to another.</summary>
    [Fact]
    public async Task Zulip_2021_a_page_is_never_kept_for_somebody_else()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        foreach (
            var path in (string[])
                ["/", "/partners", "/organisations/north", "/programs/north-partner", "/sign-in"]
        )
        foreach (
            var persona in (Persona[])
                [Persona.Marie, Persona.Nobody, Persona.Nobody, Persona.Sven, Persona.Nobody]
        )
        {
            using var visitor = world.Visitor(persona);
            var answer = await visitor.LookAsync(path);
            answer.Status.ShouldBe(200, path);
            answer
                .Body.Contains("href=\"/me\"", StringComparison.Ordinal)
                .ShouldBe(persona.IsSignedIn, $"{path} for {persona}");
            if (persona.IsSignedIn)
                answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    /// <summary>What would run, or lead to a script: an element, an attribute or a link that nobody of the house wrote.</summary>
    private static IEnumerable<string> Running(string body) =>
        new HtmlParser()
            .ParseDocument(body)
            .All.Where(element =>
                element.LocalName == "script" && !element.HasAttribute("src")
                || element.Attributes.Any(attribute =>
                    attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Name is "href" or "src" or "action" or "formaction"
                        && attribute
                            .Value.TrimStart()
                            .StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(element => element.OuterHtml);

    /// <summary>Every column with words that people type gets the bad ones behind what stands there.</summary>
    private static async Task<int> SpoilAsync(DbContext db)
    {
        var spoilt = 0;
        foreach (var (table, column) in ColumnsOf(db).Distinct())
        {
#pragma warning disable EF1002 // the names are the model's own
            await db.Database.ExecuteSqlRawAsync(
                $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || {{0}} WHERE \"{column}\" IS NOT NULL",
                [Bad],
                TestContext.Current.CancellationToken
            );
#pragma warning restore EF1002
            spoilt++;
        }
        return spoilt;
    }

    private static IEnumerable<(string Table, string Column)> ColumnsOf(DbContext db) =>
        from kind in db.Model.GetEntityTypes()
        let table = kind.GetTableName()
        where table is not null
        from property in kind.GetProperties()
        where property.ClrType == typeof(string) && Typed.Contains(property.Name)
        select (table, property.GetColumnName());

    // Not those that name things for programs: keys, addresses, slugs, codes.
    private static readonly string[] Typed =
    [
        "Title",
        "Name",
        "Words",
        "Text",
        "Note",
        "Reason",
        "Advice",
        "By",
        "ByName",
        "ActorName",
        "AskedWords",
        "AppealWords",
        "EscalatedFor",
        "Place",
        "Device",
        "Said",
        "Body",
        "Subject",
        "Conditions",
        "About",
        "Summary",
        "Comment",
    ];
}
