using System.Globalization;
using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Web.Tests.Acknowledgements.PartnerWorld;

namespace Banyan.Web.Tests.Acknowledgements;

/// <summary>A clause changes: the ledger says who accepted which words, and partners are asked again.</summary>
public sealed class LedgerTests
{
    [Theory]
    [EachDatabase]
    public async Task A_changed_clause_is_shown_in_words_and_the_partner_accepts_it_from_the_letter(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await marie.Visit(Ledger);
        marie.Status.ShouldBe(HttpStatusCode.OK);
        marie.Page.QuerySelectorAll("del, ins").Length.ShouldBe(0);
        await marie.Visit($"{Ledger}?show=behind");
        marie.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(0);

        await host.ChangeAsync();
        await marie.Visit($"{Ledger}?show=behind");
        Words(marie, "del").ShouldBe(["[taken out: , now]", "[taken out: later]"]);
        Words(marie, "ins").ShouldBe(["[put in: its examples]"]);
        marie
            .Page.QuerySelectorAll("tbody tr")
            .ShouldHaveSingleItem()
            .TextContent.ShouldContain("Earlier text");

        await marie.AskAsync();
        marie.Text.ShouldContain("0 of 1 have accepted all of it.");
        await host.WorkAsync();
        var letter = host.Mailbox.To(World.Nusrat.Address)[^1];
        letter.Subject.ShouldBe(
            "The Foundation asks you to accept a changed text: Dhaka Python Day"
        );
        letter.Text.ShouldContain($"- {NewWords}");
        letter.Text.ShouldContain("Ask Deb about it.");
        letter.Text.ShouldContain("nothing becomes of the partnership by itself");
        letter.Text.ShouldContain("by 29 March 2027.");
        letter.Links.ShouldBe([new Uri(host.BaseUrl, Again).ToString()]);

        await nusrat.Visit($"/applications/{DecidedCase.Reference}");
        await nusrat.Follow("Read what changed");
        nusrat.Path.ShouldBe(Again);
        await nusrat.Press("Accept what is ticked");
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nusrat.Choose("I have read this text and accept it for our community");
        await nusrat.Press("Accept what is ticked");
        nusrat.Problems().ShouldBeEmpty();
        nusrat.Text.ShouldContain("All of it is accepted.");

        await marie.Visit(Ledger);
        marie.Text.ShouldContain("1 of 1 have accepted all of it.");
        await marie.Visit($"{Ledger}?show=behind");
        marie.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(0);
        host.Trouble().ShouldBeEmpty();
        (await host.DbAsync(db => db.Partnerships.SingleAsync())).State.ShouldBe(
            PartnershipState.Active
        );
    }

    [Theory]
    [EachDatabase]
    public async Task A_translation_that_was_added_is_shown_under_the_name_of_its_language(
        DatabaseKind database
    )
    {
        const string bengali = "ট্রেডমার্ক নীতি";
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.PublishAsync(
            DecidedCase
                .ProgramText()
                .Replace(
                    $"summary: {OldWords}",
                    $"summary: {{ en: \"{OldWords}\", bn: {bengali} }}",
                    StringComparison.Ordinal
                )
        );
        await marie.Visit($"{Ledger}?show=behind");
        Shown(marie);
        await marie.AskAsync();
        await nusrat.Visit(Again);
        Shown(nusrat);
        host.Trouble().ShouldBeEmpty();

        static void Shown(Visitor visitor)
        {
            visitor
                .Page.QuerySelectorAll("[lang=bn] ins")
                .ShouldHaveSingleItem()
                .TextContent.ShouldContain(bengali);
            visitor.Page.QuerySelectorAll("del").Length.ShouldBe(0);
            visitor.Text.ShouldContain(CultureInfo.GetCultureInfo("bn").EnglishName);
        }
    }

    [Theory]
    [EachDatabase]
    public async Task Who_has_not_accepted_is_reminded_once_and_a_late_worker_sends_one_of_a_kind(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.ChangeAsync();
        await marie.AskAsync();
        await host.WorkAsync();
        var before = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromDays(20));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before);
        // Due on the 21st day; the worker comes much later.
        await host.WorkAfterAsync(Duration.FromDays(30));
        await host.WorkAfterAsync(Duration.FromDays(30));
        var mails = host.Mailbox.To(World.Nusrat.Address);
        mails.Count.ShouldBe(before + 1);
        mails[^1]
            .Subject.ShouldBe(
                "Reminder: The Foundation waits for your answer about a changed text: Dhaka Python Day"
            );
    }

    [Theory]
    [EachDatabase]
    public async Task Ended_nothing_is_asked_or_reminded_any_more_and_another_can_begin(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.ChangeAsync();
        await marie.AskAsync();
        await host.WorkAsync();
        await marie.Visit($"{Ledger}/ask-again");
        marie.Text.ShouldContain("The partners are being asked already.");
        await marie.Visit(Ledger);
        await marie.Follow("End the asking");
        await marie.Press("End the asking");
        marie.Text.ShouldContain($"{World.Marie.Address} ended it on");
        await nusrat.Visit(Again);
        nusrat.Text.ShouldContain("Nothing is asked of you");
        var before = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromDays(12));
        await marie.AskAsync();
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 1);
        await host.WorkAfterAsync(Duration.FromDays(10));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 1);
        (await host.DbAsync(db => db.Campaigns.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [EachDatabase]
    public async Task Accepted_twice_at_one_moment_is_accepted_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.ChangeAsync();
        await marie.AskAsync();
        using var tablet = await host.SignedInAsync(World.Nusrat.Address);
        foreach (var visitor in new[] { nusrat, tablet })
        {
            await visitor.Visit(Again);
            visitor.Choose("I have read this text and accept it for our community");
        }
        await Task.WhenAll(
            nusrat.Press("Accept what is ticked"),
            tablet.Press("Accept what is ticked")
        );
        foreach (var visitor in new[] { nusrat, tablet })
            visitor.Text.ShouldContain("All of it is accepted.");
        var acceptances = await host.DbAsync(db =>
            db.Applications.SelectMany(a => a.Acceptances)
                .Where(a => a.Clause == "trademarks")
                .ToListAsync()
        );
        acceptances.Count.ShouldBe(2);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_text_other_than_the_one_that_was_read_is_not_accepted(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.ChangeAsync();
        await marie.AskAsync();
        await nusrat.Visit(Again);
        nusrat.Choose("I have read this text and accept it for our community");
        await host.PublishAsync(
            DecidedCase
                .ProgramText()
                .Replace(OldWords, "You keep to it, as it reads.", StringComparison.Ordinal)
        );
        await marie.Visit(Ledger);
        marie.Text.ShouldContain("They are accepting an earlier text");
        await marie.Visit($"{Ledger}/end");
        await marie.Press("End the asking");
        await marie.AskAsync();
        await nusrat.Press("Accept what is ticked");
        nusrat.Problems().ShouldHaveSingleItem().ShouldStartWith("A text changed");
        (
            await host.DbAsync(db =>
                db.Applications.SelectMany(a => a.Acceptances)
                    .CountAsync(a => a.Clause == "trademarks")
            )
        ).ShouldBe(1);
    }

    [Theory]
    [EachDatabase]
    public async Task The_table_taken_away_says_what_the_page_shows_and_another_organisation_finds_nothing(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await host.ChangeAsync();
        await marie.Visit($"{Ledger}?show=behind");
        var shown = marie
            .Page.QuerySelectorAll("tbody tr")
            .Select(row => row.Children.Select(cell => cell.TextContent.Trim()))
            .ToList();
        using var answer = await marie.GetAsync($"{Ledger}.csv?show=behind");
        var lines = (
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        ).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[1..]
            .ShouldBe(shown.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))));
        await host.DbAsync(async db =>
        {
            var now = host.Clock.Now;
            var actor = Actor.Visitor("seed");
            var other = await new OrganisationDirectory(db).EnsureAsync(
                "north",
                "North",
                "UTC",
                null,
                actor,
                now,
                CancellationToken.None
            );
            (await db.CommitAsync(other.Outcome, CancellationToken.None)).Done.ShouldBeTrue();
            var paul = EmailAddress.TryParse(World.Paul.Address, out var email, out var ___);
            paul.ShouldBeTrue();
            await new OwnerInvitations(
                db,
                new Banyan.Kernel.Web.SiteAddress(host.BaseUrl)
            ).InviteAsync(email!, "north", now, CancellationToken.None);
        });
        using var paul = await host.SignedInAsync(World.Paul.Address);
        foreach (var page in new[] { "", ".csv", "/ask-again", "/end" })
        {
            await paul.Visit(Ledger + page);
            paul.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    private static IReadOnlyList<string> Words(Visitor visitor, string tag) =>
        [.. visitor.Page.QuerySelectorAll(tag).Select(found => found.TextContent)];
}
