using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>Who sees which case, and what the desk says about it.</summary>
public sealed class DeskTests
{
    private const string Reference = "UMB-27-DESK";

    [Theory]
    [EachDatabase]
    public async Task A_case_is_seen_by_staff_at_once_by_the_work_group_when_sent_on_and_by_others_never(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        (await world.Marie.Visit($"/cases/{Reference}")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Tomas.Visit($"/cases/{Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var stranger = await world.SignedInAsync(World.Stranger);
        (await stranger.Visit($"/cases/{Reference}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [EachDatabase]
    public async Task The_work_group_reads_neither_what_is_for_staff_nor_does_what_staff_does(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await world.Marie.Visit($"/cases/{Reference}/note");
        await world
            .Marie.Choose("Who reads it", "Staff only")
            .Fill("words", "Between us.")
            .Press("Keep as a private note");
        world.Marie.Text.ShouldContain("Between us.");
        world.Marie.Text.ShouldContain("555 0100");
        await world.Tomas.Visit($"/cases/{Reference}");
        world.Tomas.Status.ShouldBe(HttpStatusCode.OK);
        world.Tomas.Text.ShouldContain("Workshop day");
        world.Tomas.Text.ShouldNotContain("Between us.");
        world.Tomas.Text.ShouldNotContain("555 0100");
        foreach (
            var verb in new[]
            {
                "judge",
                "ask",
                "close",
                "take-up",
                "history",
                "send-to-work-group",
            }
        )
            (await world.Tomas.Visit($"/cases/{Reference}/{verb}")).Status.ShouldBe(
                HttpStatusCode.Forbidden
            );
        (await world.Tomas.Visit($"/cases/{Reference}/note?audience=Applicant")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [EachDatabase]
    public async Task Sending_to_the_work_group_says_what_is_missing(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await (await world.Marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await world.Marie.Visit($"/cases/{Reference}/send-to-work-group");
        world.Marie.Text.ShouldContain(
            "These criteria are not met or waived yet: It has a code of conduct."
        );
        await world.Marie.Visit($"/cases/{Reference}/judge");
        await world.Marie.Choose("It has a code of conduct.", "Waived").Press("Save");
        world.Marie.Problems().ShouldBe(["Say why for this criterion: It has a code of conduct."]);
        await world.Marie.Fill("note-conduct", "A first meeting.").Press("Save");
        world.Marie.Status.ShouldBe(HttpStatusCode.OK);
        await (await world.Marie.Visit($"/cases/{Reference}/send-to-work-group")).Press(
            "Send to the work group"
        );
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.Last(World.Deb.Address)
            .Subject.ShouldBe($"{Reference}: your vote on Workshop day");
        (await world.Deb.Visit("/cases")).Text.ShouldContain(
            "Your vote is wanted; the round closes"
        );
    }

    [Theory]
    [EachDatabase]
    public async Task Closing_tells_the_applicant_why_and_staff_can_reopen(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await world.Marie.Visit($"/cases/{Reference}/close");
        await world.Marie.Fill("reason", "The event was called off.").Press("Close the case");
        world.Marie.Text.ShouldContain("The case left the vote before it came to an end.");
        await world.Host.WorkAfterAsync(Duration.FromDays(11));
        world
            .Host.Mailbox.Last(World.Nusrat.Address)
            .Text.ShouldContain("The event was called off.");
        await (await world.Marie.Visit($"/cases/{Reference}/reopen")).Press("Reopen it");
        await (await world.Marie.Visit($"/cases/{Reference}/send-to-work-group")).Press(
            "Send to the work group"
        );
        world.Marie.Text.ShouldContain("0 of 3 have voted.");
        await world.Marie.Visit($"/cases/{Reference}/history");
        world.Marie.Text.ShouldContain("opened a vote with 3 seats");
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task The_desk_needs_the_same_few_statements_for_one_case_and_for_many(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await world.Marie.Visit("/cases");
        var one = await world.Host.Statements.DuringAsync(() => world.Marie.Visit("/cases"));
        for (var more = 0; more < 30; more++)
            await world.SentAsync($"UMB-27-M{more:00}", $"Event {more}");
        var many = await world.Host.Statements.DuringAsync(() => world.Marie.Visit("/cases"));
        many.ShouldBe(one);
        many.ShouldBeLessThanOrEqualTo(10);
        world.Marie.Text.ShouldContain("Sent today; nobody has taken it up.");
        await world.Marie.Follow("Next page");
        world.Marie.Text.ShouldContain("Event 29");
        await DeskWorld.DeclareAsync(world.Tomas, Reference);
        var page = await world.Host.Statements.DuringAsync(() =>
            world.Tomas.Visit($"/cases/{Reference}")
        );
        page.ShouldBeLessThanOrEqualTo(13);
    }
}
