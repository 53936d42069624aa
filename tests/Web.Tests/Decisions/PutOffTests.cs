using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A decision that is put off until a day: why and until when is told, and on the day it is there again.</summary>
public sealed class PutOffTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task It_rests_until_its_day_and_then_waits_for_staff(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        var day = await PutOffAsync(marie, host, days: 10);
        marie.Path.ShouldBe(Case);
        (await host.StateAsync()).ShouldBe(ApplicationState.Tabled);
        await host.WorkAsync();
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Subject.ShouldBe(
            $"{DecidedCase.Reference}: the decision about {DecidedCase.Title} is put off"
        );
        mail.Text.ShouldContain("We wait for the venue.");
        mail.Text.ShouldContain("staff takes it up again on");
        await marie.Visit($"{Case}/decide");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await host.WorkAfterAsync(
            day.AtMidnight().InUtc().ToInstant() - host.Clock.Now - Duration.FromMinutes(1)
        );
        (await host.StateAsync()).ShouldBe(ApplicationState.Tabled);
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await marie.Visit($"{Case}/history");
        marie.Text.ShouldContain("A rule of the program took it up again.");
    }

    [Theory, EachDatabase]
    public async Task Staff_may_take_it_up_before_and_the_day_changes_nothing_any_more(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await PutOffAsync(marie, host, days: 5);
        await (await marie.Visit($"{Case}/decide-now")).Press("Take it up again");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await PutOffAsync(marie, host, days: 12);
        await host.WorkAfterAsync(Duration.FromDays(6));
        (await host.StateAsync()).ShouldBe(ApplicationState.Tabled);
    }

    [Theory, EachDatabase]
    public async Task A_recorded_decision_is_dropped_with_its_letter(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.Visit($"{Case}/decide");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        marie.Path.ShouldBe($"{Case}/letter");
        await PutOffAsync(marie, host, days: 5);
        (
            await host.DbAsync(db =>
                db.Decisions.CountAsync(d => d.SupersededAt == null, CancellationToken.None)
            )
        ).ShouldBe(0);
        (await marie.GetAsync($"{Case}/letter")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task It_needs_a_reason_and_a_day_to_come_and_keeps_what_was_typed(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        var today = host.Clock.Now.InUtc().Date;
        async Task RefusedAsync(string words, LocalDate day, string why)
        {
            await marie.Visit($"{Case}/put-off");
            await Fill(marie, words, day).Press("Put it off");
            marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            marie.Problems().ShouldHaveSingleItem().ShouldStartWith(why);
            marie.Page.QuerySelector("[name=words]")!.TextContent.ShouldBe(words);
        }
        await RefusedAsync("We wait.", today, "This day is over, or is today.");
        await RefusedAsync("", today.PlusDays(3), "Write why.");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
    }

    private static async Task<LocalDate> PutOffAsync(Visitor marie, BanyanHost host, int days)
    {
        var day = host.Clock.Now.InUtc().Date.PlusDays(days);
        await marie.Visit($"{Case}/put-off");
        await Fill(marie, "We wait for the venue.", day).Press("Put it off");
        return day;
    }

    private static Visitor Fill(Visitor marie, string words, LocalDate day) =>
        marie
            .Fill("words", words)
            .Fill("until.Day", $"{day.Day}")
            .Fill("until.Month", $"{day.Month}")
            .Fill("until.Year", $"{day.Year}");
}
