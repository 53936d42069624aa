using System.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Programs;

/// <summary>What a later version means: for decided cases, tried before it is published; for open ones, only where somebody moves them; for the next edition.</summary>
public sealed class LaterVersionTests
{
    private const string Settings = "/settings/programs/partner";

    [Theory, EachDatabase]
    public async Task Decided_cases_are_played_through_the_working_copy(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync("UMB-27-AAAAA");
        var hana = await world.SeatedAsync(World.Hana, "staff");
        await hana.Visit("/cases/UMB-27-AAAAA/declare");
        await hana.Choose(
                "Does something stand between you and this case?",
                "Something, but not much"
            )
            .Press("Continue");
        await DeskWorld.VoteAsync(world.Tomas, "UMB-27-AAAAA", "For");
        await DeskWorld.VoteAsync(world.Deb, "UMB-27-AAAAA", "For");
        await world.Host.WorkAfterAsync(NodaTime.Duration.FromDays(10));
        await world.Host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                "UPDATE applications SET state = 'Approved', ball = 'Nobody'",
                Ct
            )
        );
        await EditAsync(world, text => text.Replace("for: 2", "for: 3", StringComparison.Ordinal));
        await world.Marie.Visit($"{Settings}/dry-run");
        world.Marie.Text.ShouldContain("Decided cases that were played: 1");
        world.Marie.Text.ShouldContain("1 would be escalated.");
        world.Marie.Text.ShouldContain("The same votes would have been escalated.");
        world.Marie.Text.ShouldContain("was approved");
        await EditAsync(
            world,
            text =>
                text.Replace("for: 3", "for: 2", StringComparison.Ordinal)
                    .Replace(
                        "label: Telephone",
                        "label: Telephone\n          required: true\n          help: A number",
                        StringComparison.Ordinal
                    )
                    .Replace("key: phone", "key: mobile", StringComparison.Ordinal)
        );
        await world.Marie.Visit($"{Settings}/dry-run");
        world.Marie.Text.ShouldContain("1 would have been asked for more.");
        world.Marie.Text.ShouldContain("It would also have been asked: Telephone.");
        world.Marie.Text.ShouldNotContain("escalated");
        await world.Host.DbAsync(async db => (await db.ProgramVersions.CountAsync(Ct)).ShouldBe(1));
        // Whoever stepped aside learns nothing of the vote, not even by trying rules on it.
        await hana.Visit($"{Settings}/dry-run");
        hana.Text.ShouldContain("Nothing was decided yet");
    }

    [Theory, EachDatabase]
    public async Task An_open_case_moves_with_a_reason_and_only_where_nothing_is_missing(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync("UMB-27-AAAAA");
        await PublishAsync(
            world,
            DeskWorld.Text.Replace("name: Partner", "name: Friend", StringComparison.Ordinal)
        );
        var paul = await world.SeatedAsync(World.Paul, "owners");
        await paul.Visit($"{Settings}/move-cases");
        paul.Text.ShouldContain("You read no cases");
        paul.Text.ShouldNotContain("Nothing to move");
        await world.Marie.Visit($"{Settings}/move-cases");
        world.Marie.Text.ShouldContain("under version 1");
        await world.Marie.Press("Move to version 2");
        world.Marie.Problems().ShouldHaveSingleItem().ShouldBe("Choose at least one case.");
        await world.Marie.ChooseByName("case", "UMB-27-AAAAA").Press("Move to version 2");
        world.Marie.Problems().Count.ShouldBe(1);
        await world
            .Marie.ChooseByName("case", "UMB-27-AAAAA")
            .Fill("reason", "The name changed.")
            .Press("Move to version 2");
        world.Marie.Problems().ShouldBeEmpty();
        world.Marie.Text.ShouldContain("Nothing to move");
        await world.Marie.Visit("/cases/UMB-27-AAAAA/history");
        world.Marie.Text.ShouldContain(
            "Marie moved it from version 1 of the program to version 2: The name changed."
        );
        await PublishAsync(
            world,
            DeskWorld
                .Text.Replace(
                    "label: Telephone, visibility: staff",
                    "label: Mobile, required: true",
                    StringComparison.Ordinal
                )
                .Replace("key: phone", "key: mobile", StringComparison.Ordinal)
        );
        await world.Marie.Visit($"{Settings}/move-cases");
        world.Marie.Text.ShouldContain("Not answered: Mobile");
        world.Marie.Page.QuerySelectorAll("input[name=case]").ShouldBeEmpty();
        await world.Host.DbAsync(async db =>
        {
            var number = await db
                .ProgramVersions.Where(version =>
                    db.Set<Banyan.Partnering.Applications.Domain.Application>()
                        .Any(a => a.ProgramVersion == version.Id)
                )
                .Select(version => version.Number)
                .SingleAsync(Ct);
            number.ShouldBe(2);
        });
    }

    [Theory, EachDatabase]
    public async Task The_next_edition_begins_as_a_working_copy_that_says_what_changes(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await PublishAsync(
            world,
            DeskWorld
                .Text.Replace(
                    "unit: event",
                    "unit: edition\nedition: { key: \"2027\", title: Day 2027, firstDay: 2027-09-17, lastDay: 2027-09-20 }",
                    StringComparison.Ordinal
                )
                .Replace(
                    "state: open",
                    "state: inRounds\nrounds: [{ key: spring, title: Spring, opens: 2027-02-01, closes: 2027-03-31 }]",
                    StringComparison.Ordinal
                )
        );
        await world.Marie.Visit(Settings);
        await world.Marie.Follow("Begin the next edition");
        await world.Marie.Fill("key", "2027").Press("Begin the working copy");
        world.Marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Give it another short name");
        await world.Marie.Fill("key", "2028").Press("Begin the working copy");
        world.Marie.Path.ShouldBe($"{Settings}/changes");
        foreach (
            var said in (string[])
                ["Day 2028", "2028-09-17", "2028-09-20", "2028-02-01", "2028-03-31"]
        )
            world.Marie.Text.ShouldContain(said);
        await world.Marie.Visit($"{Settings}/publish");
        await world.Marie.Fill("note", "The next year").Press("Publish version 3");
        world.Marie.Problems().ShouldBeEmpty();
        using var visitor = world.Host.NewVisitor();
        await visitor.Visit("/programs/partner");
        visitor.Text.ShouldContain("Day 2028");
    }

    private static async Task EditAsync(DeskWorld world, Func<string, string> change)
    {
        await world.Marie.Visit(Settings);
        if (world.Marie.Page.QuerySelector("form[action$=begin]") is not null)
            await world.Marie.Press("Begin a working copy");
        await world.Marie.Visit($"{Settings}/edit/yaml");
        var text = world.Marie.Page.QuerySelector("textarea")!.TextContent;
        await world.Marie.Fill("text", change(text)).Press("Save");
        world.Marie.Problems().ShouldBeEmpty();
    }

    private static async Task PublishAsync(DeskWorld world, string text)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                Encoding.UTF8.GetBytes(text),
                new NewOrganisation(null, "UTC"),
                world.Host.Clock.Now,
                Ct
            );
        applied.Refusal.ShouldBeNull();
        applied.Changed.ShouldBeTrue();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
