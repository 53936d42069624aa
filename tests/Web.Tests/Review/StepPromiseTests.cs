using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>A program may say how long each step takes: both sides read it, and the queue goes by it.</summary>
public sealed class StepPromiseTests
{
    private const string Reference = "UMB-27-AAAAA";
    private const string Whole = "UMB-27-BBBBB";

    [Theory, EachDatabase]
    public async Task Each_step_has_its_days_and_a_question_stops_them(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        var start = world.Host.Clock.Now;
        await world.SentAsync(
            Reference,
            clocks: new CaseClocks
            {
                WholeWeeks = 8,
                FirstLookDays = 7,
                WaitingClosesAfterWeeks = 6,
            }
        );
        (await DueAsync(world)).ShouldBe(start + Duration.FromDays(7));
        await world.Nusrat.Visit($"/applications/{Reference}");
        world.Nusrat.Text.ShouldContain(
            $"; that is due by {Day(start, 7)}, and the decision comes by"
        );
        await world.Marie.Visit("/cases");
        world.Marie.Text.ShouldContain($"This step by {Day(start, 7)}");
        await (await world.Marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await world.Marie.Visit($"/cases/{Reference}/ask");
        await world.Marie.Fill("words", "Who are you?").Press("Send the question");
        world.Host.Clock.Advance(Duration.FromDays(4));
        await world.Nusrat.Visit($"/applications/{Reference}/answer");
        await world.Nusrat.Fill("Your answer", "We are us.").Press("Send the answer");
        (await DueAsync(world)).ShouldBe(start + Duration.FromDays(11));
        world.Host.Clock.Advance(Duration.FromDays(8));
        await world.Nusrat.Visit($"/applications/{Reference}");
        world.Nusrat.Text.ShouldContain(
            $"that was due on {Day(start, 11)} and is late; the decision comes by"
        );
    }

    [Theory, EachDatabase]
    public async Task Without_promised_steps_the_decision_alone_is_due(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Whole);
        await world.Nusrat.Visit($"/applications/{Whole}");
        world.Nusrat.Text.ShouldContain(
            "Next: staff takes up your application; the decision comes by"
        );
        await world.Marie.Visit("/cases");
        world.Marie.Text.ShouldNotContain("This step by");
    }

    private static string Day(Instant start, int days) =>
        (start + Duration.FromDays(days)).InUtc().Date.ToString("ddd d MMM", null);

    private static Task<Instant?> DueAsync(DeskWorld world) =>
        world.Host.DbAsync(db =>
            db.Applications.WithReference(Reference)
                .Select(a => a.DueAt)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
}
