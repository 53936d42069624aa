using System.Text.Json;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.Decisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>A partnership that stands until either side ends it: what everybody is told, now and in twenty years.</summary>
public sealed class OpenTermTests
{
    private static readonly Instant s_now = Instant.FromUtc(2027, 3, 1, 9, 0);

    [Theory, EachDatabase]
    public async Task It_has_no_last_day_anywhere(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (walk, code) = await PartnerAsync(host);
        var letter = host.Mailbox.To(World.Nusrat.Address)[^1];
        letter.Text.ShouldContain("It stands until either side ends it.");
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/partners/{code}");
        anybody.Text.ShouldContain(
            "Since Monday 1 March 2027; stands until either side ends it; reviewed every year"
        );
        anybody.Text.ShouldContain(
            "Next: both sides look at it again by Wednesday 1 March 2028. It stands until either side ends it."
        );
        await anybody.Visit($"/verify/{code}");
        anybody.Heading.ShouldBe(
            $"Yes: {ProgramWalk.Community} is a partner of The Umbrella, since Monday 1 March 2027 and until either side ends it."
        );
        anybody.Text.ShouldContain("stands until either side ends it; reviewed every year");
        host.Clock.Now = Instant.FromUtc(2047, 6, 1, 9, 0);
        var answer = await JsonAsync(anybody, $"/verify/{code}.json");
        answer.GetProperty("standing").GetString().ShouldBe("partner");
        answer.GetProperty("from").GetString().ShouldBe("2027-03-01");
        answer.GetProperty("until").ValueKind.ShouldBe(JsonValueKind.Null);
        var shield = await JsonAsync(anybody, $"/badge/{code}.json");
        shield.GetProperty("message").GetString().ShouldBe("partner since 2027-03-01");
        await anybody.Visit($"/badge/{code}.svg");
        anybody.Source.ShouldContain(">partner since 2027-03-01<");
        await anybody.Visit($"/partners/{code}");
        anybody.Text.ShouldContain("both sides look at it again by Sunday 1 March 2048");
        host.Clock.Now = s_now;
        await AgainAsync(host, walk, code);
    }

    [Theory, EachDatabase]
    public async Task It_stands_first_among_the_partners_and_the_others_follow(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (_, open) = await PartnerAsync(host);
        // Nusrat never told the site her name, and this case has no answers.
        using var marie = await host.MarieAsync(
            program: DecidedCase.ProgramText().Replace("{name}", "you", StringComparison.Ordinal)
        );
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var other = await host.DbAsync(db =>
            db.Partnerships.Where(p => p.Code != open).Select(p => p.Code).SingleAsync()
        );
        using var anybody = host.NewVisitor();
        await anybody.Visit("/partners");
        Listed(anybody).ShouldBe([open, other]);
        anybody.Text.ShouldContain("Partner of The Umbrella, since Monday 1 March 2027");
        await anybody.Visit($"/partners?after={open}");
        Listed(anybody).ShouldBe([other]);
        await anybody.Visit($"/partners?after={other}");
        Listed(anybody).ShouldBeEmpty();
        host.Clock.Now = Instant.FromUtc(2047, 6, 1, 9, 0);
        await anybody.Visit("/partners");
        Listed(anybody).ShouldBe([open]);
        await anybody.Visit("/partners?standing=alumni");
        Listed(anybody).ShouldBe([other]);
    }

    private static async Task<(ProgramWalk Walk, string Code)> PartnerAsync(BanyanHost host)
    {
        host.Clock.Now = s_now;
        var walk = await ProgramWalk.StartAsync(
            host,
            "python-bangladesh-collaboration.yaml",
            _ => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor()))
        );
        await using (var nusrat = new HttpWalker(host.NewVisitor()))
            await walk.ApplyAsync(nusrat);
        await walk.DecideAsync(approve: true);
        return (
            walk,
            await host.DbAsync(db =>
                db.Partnerships.Where(p => p.Until == null).Select(p => p.Code).SingleAsync()
            )
        );
    }

    /// <summary>One partnership in one term; this one does not end.</summary>
    private static async Task AgainAsync(BanyanHost host, ProgramWalk walk, string code)
    {
        host.Clock.Advance(Duration.FromDays(2));
        await using var again = new HttpWalker(host.NewVisitor());
        await walk.WriteAsync(again);
        await again.PressAsync("Send the application");
        (await again.TextAsync()).ShouldContain(
            $"{ProgramWalk.Community} is a partner of this program already, until either side ends it."
        );
        await again.VisitAsync($"/partners/{code}");
    }

    private static IEnumerable<string> Listed(Visitor visitor) =>
        visitor
            .Page.QuerySelectorAll("main a[href^='/partners/']")
            .Select(link => link.GetAttribute("href")!["/partners/".Length..]);

    private static async Task<JsonElement> JsonAsync(Visitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        return JsonDocument
            .Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
    }
}
