using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>The queue: its order, its filters in the address, the views that one keeps, and the table to take away.</summary>
public sealed class QueueTests
{
    private const string Early = "UMB-27-EARLY";
    private const string Late = "UMB-27-LATE";
    private const string Middle = "UMB-27-MIDDLE";

    [Theory, EachDatabase]
    public async Task What_is_due_first_stands_on_top_whatever_came_first(DatabaseKind database)
    {
        await using var world = await ThreeAsync(database);
        Order(world.Marie).ShouldBe([Early, Middle, Late]);
        await (await world.Marie.Visit($"/cases/{Late}/take-up")).Press("Take it up");
        await world.Marie.Visit($"/cases/{Late}/ask");
        await world
            .Marie.Fill("words", "Who are you?")
            .Fill("answerBy.Day", "10")
            .Fill("answerBy.Month", "3")
            .Fill("answerBy.Year", "2027")
            .Press("Send the question");
        world.Marie.Problems().ShouldBeEmpty();
        await world.Marie.Visit("/cases?due=Month");
        Order(world.Marie).ShouldBe([Late, Early]);
        world.Marie.Text.ShouldContain("Answer by Wed 10 Mar");
        await world.Nusrat.Visit($"/applications/{Late}/answer");
        await world.Nusrat.Fill("Words", "A school.").Press("Send the answer");
        await world.Marie.Visit("/cases?ball=Staff");
        Order(world.Marie).ShouldBe([Early, Middle, Late]);
    }

    [Theory, EachDatabase]
    public async Task Each_filter_stands_in_the_address_and_finds_what_it_names(
        DatabaseKind database
    )
    {
        await using var world = await ThreeAsync(database);
        await (await world.Marie.Visit($"/cases/{Middle}/take-up")).Press("Take it up");
        await (await world.Marie.Visit($"/cases/{Middle}/tag"))
            .Fill("tag", "First  Time")
            .Press("Add the tag");
        foreach (
            var (query, found) in new (string, string[])[]
            {
                ("lead=me", [Middle]),
                ("lead=nobody", [Early, Late]),
                ("state=PreReview", [Middle]),
                ("tag=first+time", [Middle]),
                ("tag=other", []),
                ("q=midsummer", [Middle]),
                ("q=27-late", [Late]),
                ("q=100%25", []),
                ("ball=Applicant", []),
                ("ball=Staff&lead=nobody", [Early, Late]),
                ("program=partner", [Early, Middle, Late]),
                ("program=other", []),
                ("due=Late", []),
                ("state=Nonsense&lead=nonsense&due=9&ball=Staff&q=", [Early, Middle, Late]),
            }
        )
        {
            await world.Marie.Visit($"/cases?{query}");
            world.Marie.Status.ShouldBe(HttpStatusCode.OK);
            Order(world.Marie).ShouldBe(found, query);
        }
        world.Host.Clock.Advance(Duration.FromDays(400));
        var marie = await world.SignedInAsync(World.Marie);
        await marie.Visit("/cases?due=Late");
        Order(marie).ShouldBe([Early, Middle, Late]);
    }

    [Theory, EachDatabase]
    public async Task The_form_leaves_nothing_empty_in_the_address(DatabaseKind database)
    {
        await using var world = await ThreeAsync(database);
        await (await world.Marie.Visit("/cases"))
            .Fill("q", "midsummer")
            .Choose("lead", "Nobody yet")
            .Press("Show");
        world.Marie.Path.ShouldBe("/cases?q=midsummer&lead=nobody");
        Order(world.Marie).ShouldBe([Middle]);
    }

    [Theory, EachDatabase]
    public async Task A_view_is_kept_under_a_name_seen_by_nobody_else_and_taken_away(
        DatabaseKind database
    )
    {
        await using var world = await ThreeAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        await world.Marie.Visit("/cases?lead=nobody");
        await world.Marie.Follow("Keep this view");
        await world.Marie.Press("Keep it");
        world.Marie.Problems().ShouldBe(["Give it a name."]);
        await world.Marie.Fill("name", "New ones").Press("Keep it");
        world.Marie.Path.ShouldBe("/cases?lead=nobody");
        await world.Marie.Visit("/cases");
        await world.Marie.Follow("New ones");
        world.Marie.Path.ShouldBe("/cases?lead=nobody");
        var drop = world
            .Marie.Page.QuerySelectorAll("a")
            .Single(link => link.TextContent == "Take this view away")
            .GetAttribute("href")!;
        (await ines.Visit("/cases")).Text.ShouldNotContain("New ones");
        (await ines.Visit(drop)).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.Marie.Visit("/cases/filters/keep?lead=me");
        await world.Marie.Fill("name", "New ones").Press("Keep it");
        world.Marie.Problems().Single().ShouldStartWith("You have a view with this name already.");
        await (await world.Marie.Visit(drop)).Press("Take it away");
        world.Marie.Text.ShouldNotContain("New ones");
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_table_to_take_away_holds_all_pages_of_what_is_shown_and_no_formula(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        for (var number = 0; number < 27; number++)
            await world.SentAsync($"UMB-27-T{number:00}", number == 3 ? "=HYPERLINK(1)" : "Day");
        var lines = await CsvAsync(world.Marie, "/cases.csv");
        lines[0]
            .ShouldBe(
                "\"Reference\",\"Title\",\"Program\",\"State\",\"Why it is here\",\"What comes next\",\"Decide by\",\"This step ends\",\"Lead\",\"Tags\""
            );
        lines.Length.ShouldBe(28);
        lines
            .Skip(1)
            .Select(line => line.Split(',')[0].Trim('"'))
            .ShouldBe(Enumerable.Range(0, 27).Select(number => $"UMB-27-T{number:00}"));
        lines[4].ShouldStartWith("\"UMB-27-T03\",\"'=HYPERLINK(1)\",\"Partner\",");
        (await CsvAsync(world.Marie, "/cases.csv?q=t03")).Length.ShouldBe(2);
        (await CsvAsync(world.Tomas, "/cases.csv")).Length.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_case_without_a_declaration_is_found_by_nothing_that_its_row_does_not_say(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Early, world.Host.Clock.Now.InUtc().Date.PlusDays(20));
        await (await world.Marie.Visit($"/cases/{Early}/tag"))
            .Fill("tag", "travel")
            .Press("Add the tag");
        await world.Tomas.Visit("/cases?q=workshop");
        Order(world.Tomas).ShouldBe([Early]);
        foreach (var query in new[] { "tag=travel", "ball=WorkGroup", "lead=nobody", "due=Month" })
        {
            await world.Tomas.Visit($"/cases?{query}");
            Order(world.Tomas).ShouldBeEmpty(query);
        }
        var row = (await CsvAsync(world.Tomas, "/cases.csv"))[1];
        row.ShouldNotContain("travel");
        row.ShouldNotContain(World.Marie.Name);
        await DeskWorld.DeclareAsync(world.Tomas, Early);
        foreach (var query in new[] { "ball=WorkGroup", "due=Month" })
        {
            await world.Tomas.Visit($"/cases?{query}");
            Order(world.Tomas).ShouldBe([Early], query);
        }
        await world.Tomas.Visit("/cases?tag=travel");
        Order(world.Tomas).ShouldBeEmpty();
        world.Tomas.Text.ShouldNotContain("travel");
    }

    /// <summary>Sent in another order than they are due.</summary>
    private static async Task<DeskWorld> ThreeAsync(DatabaseKind database)
    {
        var world = await DeskWorld.StartAsync(database);
        var today = world.Host.Clock.Now.InUtc().Date;
        await world.SentAsync(Late, "Winter day", today.PlusDays(300));
        await world.SentAsync(Early, "Spring day", today.PlusDays(20));
        await world.SentAsync(Middle, "Midsummer day", today.PlusDays(40));
        await world.Marie.Visit("/cases?ball=Staff");
        return world;
    }

    /// <summary>The references below the heading of the queue, from top to bottom.</summary>
    private static IReadOnlyList<string> Order(Visitor visitor) =>
        [
            .. visitor
                .Page.QuerySelectorAll("#queue ~ ol .queue-title")
                .Select(link => link.GetAttribute("href")!.Split('/')[^1]),
        ];

    private static async Task<string[]> CsvAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.TrimEnd().Split("\r\n");
    }
}
