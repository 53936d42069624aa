using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Reports.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Partnerships;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>A partner is asked for its report, and what both sides write about it.</summary>
internal static class ReportStory
{
    public static readonly MailStory Whole = new(
        "Reports of partners",
        TellAsync,
        [
            new("report-wished", "the partner", "when the term is over, and a report is a wish"),
            new("report-wanted", "the partner", "when the term is over, and a report is required"),
            new("report-late", "the partner", "once, on the day after a required one was due"),
            new("report-sent", "the staff of the case", "when the partner sends it"),
            new("report-asked", "the partner", "when staff asks about it"),
            new("report-answered", "the staff of the case", "when the partner writes about it"),
            new("report-thanked", "the partner", "when staff says thank you"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await WishedAsync(book);
        await using var host = await BanyanHost.StartAsync();
        var (first, second, code) = await host.PartnerAsync(ReportTests.Program);
        first.Dispose();
        second.Dispose();
        await OverAsync(host);
        await book.KeepAsync(host, "report-wanted", World.Nusrat.Address);
        await host.WorkAfterAsync(Duration.FromDays(42));
        await book.KeepAsync(host, "report-late", World.Nusrat.Address);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await (await nusrat.Visit($"/partners/{code}/report"))
            .Fill("outcomes", "Forty came, and two groups began.")
            .Press("Send the report");
        nusrat.Problems().ShouldBeEmpty();
        await book.KeepAsync(host, "report-sent", World.Marie.Address);
        var id = await host.DbAsync(db => db.Reports.Select(report => report.Id).SingleAsync());
        var report = $"/partners/{code}/reports/{id}";
        await (await marie.Visit($"{report}/ask"))
            .Fill("Your question", "Which groups?")
            .Press("Send the question");
        await book.KeepAsync(host, "report-asked", World.Nusrat.Address);
        await (await nusrat.Visit($"{report}/answer"))
            .Fill("Your words", "One in Sylhet, one in Khulna.")
            .Press("Send it");
        await book.KeepAsync(host, "report-answered", World.Marie.Address);
        await (await marie.Visit($"{report}/thank"))
            .Fill("words", "We tell the board of it.")
            .Press("Send the thanks");
        await book.KeepAsync(host, "report-thanked", World.Nusrat.Address);
    }

    private static async Task WishedAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        var (marie, nusrat, _) = await host.PartnerAsync();
        marie.Dispose();
        nusrat.Dispose();
        await OverAsync(host);
        await book.KeepAsync(host, "report-wished", World.Nusrat.Address);
    }

    /// <summary>The day after the last day of the term.</summary>
    private static async Task OverAsync(BanyanHost host)
    {
        var until = await host.DbAsync(db =>
            db.Partnerships.Select(p => p.Until!.Value).SingleAsync()
        );
        host.Clock.Now = until.PlusDays(1).At(new LocalTime(6, 0)).InUtc().ToInstant();
        await host.WorkAsync();
    }
}
