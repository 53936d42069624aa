using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Review;

/// <summary>Questions that stand ready in the program's file.</summary>
public sealed class CannedQuestionTests
{
    [Theory, EachDatabase]
    public async Task One_begins_with_what_stands_ready_and_changes_what_does_not_fit(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(
            database,
            state: "open\ncannedQuestions: [{ key: page, title: The page, text: 'Where is the page?', fields: [title] }]"
        );
        const string reference = "PSF-26-CANND";
        await world.SentAsync(reference);
        await (await world.Marie.Visit($"/cases/{reference}/take-up")).Press("Take it up");
        await world.Marie.Visit($"/cases/{reference}/ask");
        await world.Marie.Follow("The page");
        world.Marie.Path.ShouldStartWith($"/cases/{reference}/ask");
        world.Marie.Page.QuerySelector("[name=words]")!.TextContent.ShouldContain("Where is");
        world
            .Marie.Page.QuerySelectorAll("[name=fields][checked]")
            .Select(box => box.GetAttribute("value"))
            .ShouldBe(["title"]);
        await world
            .Marie.Fill("words", "Where is the page of the workshop?")
            .Press("Send the question");
        world.Marie.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.Last(World.Nusrat.Address)
            .Text.ShouldContain("Where is the page of the workshop?");
        world.Host.Trouble().ShouldBeEmpty();
    }
}
