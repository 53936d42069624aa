using System.Text.RegularExpressions;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Review;

/// <summary>A long history comes in pages, each as dear as a short one.</summary>
public sealed partial class HistoryPageTests
{
    private const string Reference = "UMB-27-PAST";
    private const string History = $"/cases/{Reference}/history";

    [Theory, EachDatabase]
    public async Task Fifty_lines_a_page_none_twice_and_none_left_out(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.Marie.Visit(History);
        var few = await CountAsync(world);
        Lines(world.Marie).ShouldBe(2);
        await AmendedAsync(world, 1);
        (await CountAsync(world)).ShouldBe(few);
        Lines(world.Marie).ShouldBe(3);
        await AmendedAsync(world, 57);
        (await CountAsync(world)).ShouldBe(few);
        Lines(world.Marie).ShouldBe(50);
        var numbers = Numbers(world.Marie);
        (await world.Host.Statements.DuringAsync(() => world.Marie.Follow("Next page"))).ShouldBe(
            few
        );
        Lines(world.Marie).ShouldBe(10);
        numbers.AddRange(Numbers(world.Marie));
        numbers
            .Order()
            .ShouldBe(Enumerable.Range(1, 57).Append(1).Order(), "none twice, none left out");
        world.Marie.Text.ShouldNotContain("Next page");
        await world.Marie.Visit($"{History}?after=nonsense");
        Lines(world.Marie).ShouldBe(50);
    }

    private static List<int> Numbers(Visitor visitor) =>
        [
            .. Number()
                .Matches(visitor.Text)
                .Select(match =>
                    int.Parse(
                        match.Groups["number"].Value,
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                ),
        ];

    [GeneratedRegex(
        "field (?<number>[0-9]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();

    private static int Lines(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("ol.timeline > li").Length;

    private static Task<int> CountAsync(DeskWorld world) =>
        world.Host.Statements.DuringAsync(() => world.Marie.Visit(History));

    // All at one instant, so that only their ids tell them apart.
    private static Task AmendedAsync(DeskWorld world, int count) =>
        world.Host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var now = world.Host.Clock.Now;
            var application = await db.Applications.SingleAsync(a => a.Reference == Reference, ct);
            var outcome = Outcome.Of(Actor.Rule, now);
            for (var line = 1; line <= count; line++)
                outcome = outcome.And(
                    Outcome.Of(
                        Actor.Rule,
                        now,
                        new ApplicationAmended(
                            application.Id.Value,
                            string.Create(
                                System.Globalization.CultureInfo.InvariantCulture,
                                $"field {line}"
                            )
                        )
                    )
                );
            (await db.CommitAsync(outcome, ct)).Refusal.ShouldBeNull();
        });
}
