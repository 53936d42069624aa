using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>A term is reminded of, and over by itself.</summary>
public sealed class TermTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_term_is_over_by_itself_after_three_reminders(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (code, until) = await TermAsync(host);
        foreach (var days in new[] { 60, 30, 7 })
        {
            await DayAsync(host, until.PlusDays(-days));
            Reminders(host)
                .ShouldBe(
                    days == 60 ? 1
                    : days == 30 ? 2
                    : 3
                );
        }
        await DayAsync(host, until);
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        await DayAsync(host, until.PlusDays(1));
        (await StateAsync(host)).ShouldBe(PartnershipState.Expired);
        host.Mailbox.To(World.Nusrat.Address)
            .ShouldContain(mail => mail.Subject.Contains("the term of your partnership is over"));
        Reminders(host).ShouldBe(3);
        using var again = await host.SignedInAsync(World.Nusrat.Address);
        await again.Visit($"/partners/{code}/inside");
        again.Text.ShouldContain("The term is over");
        host.Trouble().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_that_slept_through_all_reminders_sends_one_mail()
    {
        await using var host = await BanyanHost.StartAsync();
        var (_, until) = await TermAsync(host);
        await DayAsync(host, until.PlusDays(-5));
        Reminders(host).ShouldBe(1);
        await DayAsync(host, until.PlusDays(20));
        Reminders(host).ShouldBe(1);
        (await StateAsync(host)).ShouldBe(PartnershipState.Expired);
    }

    private static async Task<(string Code, LocalDate Until)> TermAsync(BanyanHost host)
    {
        var (marie, nusrat, code) = await host.PartnerAsync();
        marie.Dispose();
        nusrat.Dispose();
        var until = await host.DbAsync(db => db.Partnerships.Select(p => p.Until).SingleAsync(Ct));
        return (code, until!.Value);
    }

    private static Task<PartnershipState> StateAsync(BanyanHost host) =>
        host.DbAsync(db => db.Partnerships.Select(p => p.State).SingleAsync(Ct));

    private static async Task DayAsync(BanyanHost host, LocalDate day)
    {
        host.Clock.Now = day.At(new LocalTime(1, 0)).InUtc().ToInstant();
        await host.WorkAsync();
    }

    private static int Reminders(BanyanHost host) =>
        host
            .Mailbox.To(World.Nusrat.Address)
            .Count(mail => mail.Subject.Contains("runs out soon", StringComparison.Ordinal));
}
