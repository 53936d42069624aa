using Banyan.Partnering.Commitments.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Partnerships;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>What the sides of a partnership hear of each other's promises.</summary>
internal static class PartnerStory
{
    public static readonly MailStory Whole = new(
        "Promises of partners",
        TellAsync,
        [
            new(
                "commitments-soon",
                "the side that promised",
                "a week before the day of a commitment"
            ),
            new("commitments-late", "the same", "once, on the day after"),
            new("commitments-staff", "the staff of the case", "when the organisation promised"),
            new("commitment-doubted", "the side that promised", "when the other doubts it"),
            new("commitment-waived", "the same", "when the other lets it go"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        var (marie, nusrat, code) = await host.PartnerAsync(CommitmentTests.Program);
        var id = await host.DbAsync(db =>
            db.Commitments.Where(c => c.Key == "conduct").Select(c => c.Id).SingleAsync()
        );
        var row = $"/partners/{code}/commitments/{id}";
        await host.WorkAfterAsync(Duration.FromDays(3));
        await book.KeepAsync(host, "commitments-soon", World.Nusrat.Address);
        await host.WorkAfterAsync(Duration.FromDays(4));
        await book.KeepAsync(host, "commitments-staff", World.Marie.Address);
        await host.WorkAfterAsync(Duration.FromDays(4));
        await book.KeepAsync(host, "commitments-late", World.Nusrat.Address);
        await (await nusrat.Visit($"{row}/keep"))
            .Fill("words", "Two people are named on the page.")
            .Press("Say that it is kept");
        await (await marie.Visit($"{row}/doubt"))
            .Fill("What is missing", "The page is from 2024.")
            .Press("Send it, and open it again");
        await book.KeepAsync(host, "commitment-doubted", World.Nusrat.Address);
        await (await marie.Visit($"{row}/waive"))
            .Fill("Why you let it go", "The umbrella has one.")
            .Press("Let it go");
        await book.KeepAsync(host, "commitment-waived", World.Nusrat.Address);
        marie.Dispose();
        nusrat.Dispose();
    }
}
