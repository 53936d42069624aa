using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A letter that is held: read and released now, it leaves on its day.</summary>
public sealed class HoldTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task It_leaves_on_its_day_and_the_partnership_begins_on_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        var day = Today(host).PlusDays(5);
        await HeldAsync(marie, day);
        marie.Text.ShouldContain("until then you can undo the release");
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAfterAsync(Duration.FromDays(4));
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
        host.Mailbox.To(World.Nusrat.Address).ShouldBeEmpty();
        host.Clock.Now = day.At(new LocalTime(8, 59)).InUtc().ToInstant();
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address).ShouldBeEmpty();
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(1);
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        (
            await host.DbAsync(db =>
                db.Partnerships.Select(p => p.Begins).SingleAsync(CancellationToken.None)
            )
        ).ShouldBe(day);
    }

    [Theory, EachDatabase]
    public async Task Until_its_day_the_release_can_be_undone(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await HeldAsync(marie, Today(host).PlusDays(5));
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromDays(3));
        await (await marie.Visit($"{Case}/letter")).Press("Undo the release");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await host.WorkAfterAsync(Duration.FromDays(3));
        host.Mailbox.To(World.Nusrat.Address).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_day_that_is_over_is_refused_and_what_was_typed_is_kept(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await HeldAsync(marie, Today(host).PlusDays(-1));
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("This day is over.");
        marie
            .Page.QuerySelector("[name='holdUntil.Day']")!
            .GetAttribute("value")
            .ShouldBe($"{Today(host).PlusDays(-1).Day}");
    }

    private static LocalDate Today(BanyanHost host) => host.Clock.Now.InUtc().Date;

    private static async Task HeldAsync(Visitor marie, LocalDate day)
    {
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Approve")
            .Fill("holdUntil.Day", $"{day.Day}")
            .Fill("holdUntil.Month", $"{day.Month}")
            .Fill("holdUntil.Year", $"{day.Year}")
            .Press("Record the decision and read its letter");
    }
}
