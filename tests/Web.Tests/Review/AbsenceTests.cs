using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Teams.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>Who is told while somebody is away or gone, and that no case is left without a lead in silence.</summary>
public sealed class AbsenceTests
{
    private const string Reference = "UMB-27-AWAY";
    private const string Case = $"/cases/{Reference}";

    [Theory, EachDatabase]
    public async Task While_the_lead_is_away_mails_and_Today_go_to_the_stand_in(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        await world.SentAsync(Reference);
        await (await world.Marie.Visit($"{Case}/take-up")).Press("Take it up");
        await world.Marie.Visit("/me/absence");
        await Days(world.Marie, "3", "9").Press("Save");
        world.Marie.Problems().ShouldBe(["Choose a colleague who stands in for you."]);
        await Days(world.Marie, "9", "3").Choose("Who stands in", World.Ines.Name).Press("Save");
        world
            .Marie.Problems()
            .ShouldBe(["The last day is before the first. Change one of the two."]);
        await Days(world.Marie, "3", "9").Choose("Who stands in", World.Ines.Name).Press("Save");
        world.Marie.Path.ShouldBe("/cases");
        await WriteAsync(world, "Before.");
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("Before.");
        (await ines.Visit("/cases")).Text.ShouldNotContain("You stand in");
        world.Host.Clock.Advance(Duration.FromDays(3));
        await WriteAsync(world, "Meanwhile.");
        world.Host.Mailbox.Last(World.Ines.Address).Text.ShouldContain("Meanwhile.");
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldNotContain("Meanwhile.");
        (await ines.Visit("/cases")).Text.ShouldContain("You stand in for Marie until Tue 9 Mar.");
        (await world.Marie.Visit("/cases")).Text.ShouldNotContain("You stand in");
        await (await world.Marie.Visit("/me/absence/end")).Press("I am back");
        await WriteAsync(world, "Back again.");
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("Back again.");
        (await ines.Visit("/cases")).Text.ShouldNotContain("You stand in");
        (await world.Tomas.Visit("/me/absence")).Status.ShouldBe(HttpStatusCode.Forbidden);
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Messages_to_a_case_that_nobody_leads_go_to_the_owner_of_the_queue_then_to_the_deputy(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        await world.SeatedAsync(World.Hana, "staff");
        await world.Marie.Visit("/settings/programs/partner");
        await world.Marie.Follow("Who keeps the queue");
        await world
            .Marie.Choose("owner", World.Ines.Name)
            .Choose("deputy", World.Ines.Name)
            .Press("Save");
        world.Marie.Problems().Single().ShouldStartWith("Owner and deputy are the same person.");
        await world
            .Marie.Choose("owner", World.Ines.Name)
            .Choose("deputy", World.Marie.Name)
            .Press("Save");
        world.Marie.Problems().ShouldBeEmpty();
        await world.SentAsync(Reference);
        await WriteAsync(world, "First.");
        Told(world, "First.").ShouldBe([World.Ines.Address]);
        await ines.Visit("/me/absence");
        await Days(ines, "1", "9").Choose("Who stands in", World.Hana.Name).Press("Save");
        await WriteAsync(world, "Second.");
        Told(world, "Second.").ShouldBe([World.Marie.Address]);
        await LeavesAsync(world, World.Marie);
        await WriteAsync(world, "Third.");
        Told(world, "Third.").ShouldBe([World.Hana.Address]);
        await LeavesAsync(world, World.Hana);
        await WriteAsync(world, "Fourth.");
        Told(world, "Fourth.").ShouldBe([World.Ines.Address]);
    }

    [Theory, EachDatabase]
    public async Task Who_leaves_the_staff_leaves_cases_on_Today_which_are_handed_over_in_one_step(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        foreach (var reference in new[] { Reference, "UMB-27-TWO", "UMB-27-THREE" })
        {
            await world.SentAsync(reference, $"Day of {reference}");
            await (await world.Marie.Visit($"/cases/{reference}/take-up")).Press("Take it up");
        }
        await ines.Visit("/cases/UMB-27-THREE/declare");
        await ines.ChooseByName("conflict", "Hard").Press("Continue");
        await LeavesAsync(world, World.Marie);
        await ines.Visit("/cases");
        ines.Text.ShouldContain("Its lead has left the desk: name another.");
        var hana = await world.SeatedAsync(World.Hana, "staff");
        await hana.Visit("/cases/hand-over");
        await hana.Choose("from", World.Marie.Name)
            .Choose("to", World.Ines.Name)
            .Press("Show the cases");
        hana.Text.ShouldContain("Cases that go over: 2");
        hana.Text.ShouldContain("Cases that stay: 1");
        await hana.Fill("note", "Please look.").Press("Hand them over");
        hana.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
        var mail = world.Host.Mailbox.Last(World.Ines.Address);
        mail.Subject.ShouldBe("You lead 2 more cases");
        mail.Text.ShouldContain($"{Reference} Day of {Reference}");
        mail.Text.ShouldNotContain("UMB-27-THREE");
        (await ines.Visit(Case)).Text.ShouldContain("Led by Inés");
        ines.Text.ShouldContain("Please look.");
        (await ines.Visit("/cases")).Text.ShouldNotContain("Its lead has left");
        (await hana.Visit("/cases")).Text.ShouldContain("Its lead has left");
        await hana.Visit($"{Case}/history");
        hana.Text.ShouldContain("Hana gave the lead to Inés");
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_owner_of_the_queue_is_told_of_a_new_case_and_nobody_is_where_there_is_none(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync("UMB-27-OLDER");
        await SendAsync(world, "UMB-27-FIRST");
        world
            .Host.Mailbox.To(World.Marie.Address)
            .ShouldNotContain(mail =>
                mail.Subject.StartsWith("UMB-27-FIRST", StringComparison.Ordinal)
            );
        await world.Marie.Visit("/settings/programs/partner/queue");
        await world.Marie.Choose("owner", World.Marie.Name).Press("Save");
        await SendAsync(world, "UMB-27-SECOND");
        var mail = world.Host.Mailbox.Last(World.Marie.Address);
        mail.Subject.ShouldBe("UMB-27-SECOND: Day of UMB-27-SECOND was sent");
        mail.Text.ShouldContain("/cases/UMB-27-SECOND");
    }

    /// <summary>Nusrat sends a draft on its page.</summary>
    private static async Task SendAsync(DeskWorld world, string reference)
    {
        await world.DraftAsync(reference, $"Day of {reference}");
        await world.Nusrat.Visit($"/applications/{reference}/send");
        await world.Nusrat.Press("Send the application");
        world.Nusrat.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
    }

    private static Visitor Days(Visitor visitor, string from, string until) =>
        visitor
            .Fill("from.Day", from)
            .Fill("from.Month", "3")
            .Fill("from.Year", "2027")
            .Fill("until.Day", until)
            .Fill("until.Month", "3")
            .Fill("until.Year", "2027");

    private static async Task WriteAsync(DeskWorld world, string words)
    {
        await world.Nusrat.Visit($"/applications/{Reference}/write");
        await world.Nusrat.Fill("Words", words).Press("Send the message");
        world.Nusrat.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
    }

    private static IReadOnlyList<string> Told(DeskWorld world, string words) =>
        [
            .. new[] { World.Marie, World.Ines, World.Hana }
                .Select(who => who.Address)
                .Where(address =>
                    world
                        .Host.Mailbox.To(address)
                        .Any(mail => mail.Text.Contains(words, StringComparison.Ordinal))
                ),
        ];

    private static Task LeavesAsync(DeskWorld world, Character who) =>
        world.Host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var person = await db.PersonFacts.SingleAsync(p => p.Email == who.Address, ct);
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "staff", ct);
            (
                await db.CommitAsync(team.Remove(person.Id, Actor.Rule, world.Host.Clock.Now), ct)
            ).Refusal.ShouldBeNull();
        });
}
