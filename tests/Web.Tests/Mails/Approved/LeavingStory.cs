using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Partnerships;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Nusrat's partnership is looked at, paused, and left in every way there is.</summary>
internal static class LeavingStory
{
    private static readonly string Nusrat = World.Nusrat.Address;
    private static readonly string Marie = World.Marie.Address;

    public static readonly MailStory Whole = new(
        "The life and the end of a partnership",
        TellAsync,
        [
            new("partner-review", "the partner", "when staff asks that both sides look at it"),
            new("partner-notice", "the partner", "when somebody proposes to revoke it"),
            new("partner-dropped", "the partner", "when that is dropped"),
            new("partner-answered", "staff", "when the partner answers the notice"),
            new("partner-revoked", "the partner", "when a second person has confirmed it"),
            new("partner-appealed", "staff", "when the partner appeals"),
            new("partner-appeal-stands", "the partner", "when others let it stand"),
            new("partner-appeal-lifted", "the partner", "when others lift it"),
            new("partner-paused", "the partner", "when it is paused"),
            new("partner-goes-on", "the partner", "when the pause ends"),
            new("partner-change", "staff", "when the partner tells what changes"),
            new("partner-stepped-back", "staff", "when the partner steps back"),
            new("partner-taken-up", "staff", "when the partner takes it up again"),
            new("partner-ended", "the partner", "when the organisation steps back"),
            new("partner-again", "the partner", "when the organisation takes it up again"),
            new("partner-term-ends", "the partner", "60, 30 and 7 days before the last day"),
            new("partner-expired", "the partner", "on the day after the last one"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await RevokedAsync(book, lift: false);
        await RevokedAsync(book, lift: true);
        await PausedAndLeftAsync(book);
        await TermAsync(book);
    }

    private static async Task RevokedAsync(MailBook book, bool lift)
    {
        await using var host = await BanyanHost.StartAsync();
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        using var ines = await host.OfStaffAsync(World.Ines);
        var page = $"/partners/{code}";
        await SayAsync(
            marie,
            $"{page}/review",
            "Two people wrote.",
            "Ask the partner to look at it"
        );
        if (!lift)
        {
            await book.KeepAsync(host, "partner-review", Nusrat);
            await ProposeAsync(marie, page);
            await book.KeepAsync(host, "partner-notice", Nusrat);
            await (await marie.Visit($"{page}/drop")).Press("Drop it");
            await book.KeepAsync(host, "partner-dropped", Nusrat);
        }
        await ProposeAsync(marie, page);
        await SayAsync(nusrat, $"{page}/answer", "Our mailbox was full.", "Send the answer");
        if (!lift)
            await book.KeepAsync(host, "partner-answered", Marie);
        await (await hana.Visit($"{page}/confirm")).Press("Confirm it");
        hana.Problems().ShouldBeEmpty();
        if (!lift)
            await book.KeepAsync(host, "partner-revoked", Nusrat);
        await SayAsync(nusrat, $"{page}/appeal", "It was the mail server.", "Appeal");
        if (!lift)
            await book.KeepAsync(host, "partner-appealed", Marie);
        await ines.Visit($"{page}/answer-appeal");
        ines.ChooseByName("verdict", lift ? "lift" : "stand");
        await ines.Fill("words", "We asked the server's people.").Press("Answer the appeal");
        await book.KeepAsync(
            host,
            lift ? "partner-appeal-lifted" : "partner-appeal-stands",
            Nusrat
        );
        marie.Dispose();
        nusrat.Dispose();
    }

    private static async Task ProposeAsync(Visitor marie, string page)
    {
        await marie.Visit($"{page}/revoke");
        var clause = marie.Page.QuerySelector("input[name=clause]")!.GetAttribute("value")!;
        marie.ChooseByName("clause", clause);
        await marie
            .ChooseByName("hearing", "long")
            .Fill("words", "Nobody answers reports.")
            .Fill("conductCase", "Blue Heron")
            .Press("Propose it");
        marie.Problems().ShouldBeEmpty();
    }

    private static async Task PausedAndLeftAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        var (marie, nusrat, code) = await host.PartnerAsync();
        var page = $"/partners/{code}";
        await nusrat.Visit($"{page}/tell-change");
        await nusrat
            .Choose("Who leads it")
            .Fill("words", "Joey leads it from May on.")
            .Press("Tell it");
        await book.KeepAsync(host, "partner-change", Marie);
        await SayAsync(marie, $"{page}/suspend", "We wait for Joey's answer.", "Pause it");
        await book.KeepAsync(host, "partner-paused", Nusrat);
        await SayAsync(marie, $"{page}/reinstate", "Joey has answered.", "Let it go on");
        await book.KeepAsync(host, "partner-goes-on", Nusrat);
        await SayAsync(
            nusrat,
            $"{page}/step-back",
            "We have no hands left.",
            "End the partnership"
        );
        await book.KeepAsync(host, "partner-stepped-back", Marie);
        await SayAsync(nusrat, $"{page}/take-up-again", "We found hands.", "Take it up again");
        await book.KeepAsync(host, "partner-taken-up", Marie);
        await SayAsync(marie, $"{page}/step-back", "Our program ends.", "End the partnership");
        await book.KeepAsync(host, "partner-ended", Nusrat);
        await SayAsync(marie, $"{page}/take-up-again", "It goes on after all.", "Take it up again");
        await book.KeepAsync(host, "partner-again", Nusrat);
        marie.Dispose();
        nusrat.Dispose();
    }

    private static async Task TermAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        // Without the wish for a report, whose mail leaves on the same day.
        var text = DecidedCase.ProgramText();
        var (from, to) = (At(text, "report"), At(text, "leaving"));
        var (marie, nusrat, _) = await host.PartnerAsync(text.Remove(from, to - from));
        marie.Dispose();
        nusrat.Dispose();
        var until = await host.DbAsync(db => db.Partnerships.Select(p => p.Until).SingleAsync());
        host.Clock.Now = Morning(until!.Value.PlusDays(-60));
        await book.KeepAsync(host, "partner-term-ends", Nusrat);
        host.Clock.Now = Morning(until.Value.PlusDays(1));
        await book.KeepAsync(host, "partner-expired", Nusrat);
    }

    private static int At(string program, string key) =>
        program.IndexOf($"\n{key}:", StringComparison.Ordinal);

    private static Instant Morning(LocalDate day) =>
        day.At(new LocalTime(1, 0)).InUtc().ToInstant();

    private static async Task SayAsync(Visitor visitor, string page, string words, string button)
    {
        await (await visitor.Visit(page)).Fill("words", words).Press(button);
        visitor.Problems().ShouldBeEmpty();
    }
}
