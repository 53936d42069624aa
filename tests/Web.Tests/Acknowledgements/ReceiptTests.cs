using System.Net;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Web.Tests.Acknowledgements.PartnerWorld;

namespace Banyan.Web.Tests.Acknowledgements;

/// <summary>What was accepted can be printed for ever; where a program asks both sides, both have signed before the letter leaves.</summary>
public sealed class ReceiptTests
{
    private const string AcceptFor = $"/cases/{DecidedCase.Reference}/accept-for-organisation";

    [Theory]
    [EachDatabase]
    public async Task The_receipt_shows_the_words_of_that_day_after_the_program_has_changed(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat) = await host.PartnersAsync();
        using var _ = marie;
        using var __ = nusrat;
        await nusrat.Visit(Receipt);
        var before = nusrat.Page.QuerySelectorAll(".receipt > li").Length;
        await host.ChangeAsync();
        await nusrat.Visit(Receipt);
        nusrat.Page.QuerySelectorAll(".receipt > li").Length.ShouldBe(before);
        nusrat.Text.ShouldContain(OldWords);
        nusrat.Text.ShouldNotContain(NewWords);
        nusrat.Text.ShouldContain("Nusrat");
        nusrat.Page.QuerySelectorAll(".hash code").Length.ShouldBe(before);
        await marie.AskAsync();
        await nusrat.Visit(Again);
        nusrat.Choose("I have read this text and accept it for our community");
        await nusrat.Press("Accept what is ticked");
        await marie.Visit($"/cases/{DecidedCase.Reference}/receipt");
        marie.Page.QuerySelectorAll(".receipt > li").Length.ShouldBe(before + 1);
        marie.Text.ShouldContain("version 2");
        marie.Text.ShouldContain("A later text of this clause was accepted since");
        foreach (var wording in await host.DbAsync(db => db.Wordings.ToListAsync()))
            ClauseText.Hash(wording.ToClause()).ShouldBe(wording.Hash);
        using var joey = await host.SignedInAsync(World.Joey.Address);
        await joey.Visit(Receipt);
        joey.Status.ShouldBe(HttpStatusCode.NotFound);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task Where_both_sides_are_asked_an_approval_waits_for_the_organisation(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: BothSides);
        await marie.ApproveAsync();
        marie.Page.QuerySelectorAll("form button").Length.ShouldBe(0);
        marie.Text.ShouldContain("somebody of staff accepts the clauses for the organisation");

        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.Visit(AcceptFor);
        var boxes = marie.Page.QuerySelectorAll("input[type=checkbox]");
        boxes.Length.ShouldBeGreaterThan(1);
        var first = boxes[0].GetAttribute("name")!;
        marie.ChooseByName(first, "true");
        await marie.Press("Accept for the organisation");
        marie.Problems().ShouldBeEmpty();
        await marie.Visit(AcceptFor);
        var left = marie.Page.QuerySelectorAll("input[type=checkbox]");
        left.Length.ShouldBe(boxes.Length - 1);
        foreach (var box in left)
            marie.ChooseByName(box.GetAttribute("name")!, "true");
        await marie.Press("Accept for the organisation");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("for The Foundation");
        // The decision is nobody's to know before its letter has left.
        await nusrat.Visit(Receipt);
        nusrat.Text.ShouldNotContain("marie");
        nusrat.Text.ShouldContain("stands here once its letter of approval has left");

        await marie.Visit($"/cases/{DecidedCase.Reference}/letter");
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        await nusrat.Visit(Receipt);
        nusrat.Text.ShouldContain($"{World.Marie.Address} for The Foundation");
        nusrat.Text.ShouldContain("Nusrat for Dhaka Python Day");
        nusrat.Text.ShouldContain("This is not a legal contract.");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_letter_that_was_read_does_not_leave_without_the_organisation(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: BothSides);
        await marie.ApproveAsync();
        await marie.AcceptForAsync();
        var letter = $"/cases/{DecidedCase.Reference}/letter";
        await marie.Visit(letter);
        // The very letter that was read, so that nothing but the missing acceptance stands against it.
        await host.DbAsync(db =>
            db.Set<ClauseAcceptance>().Where(a => a.Side == Side.Organisation).ExecuteDeleteAsync()
        );
        await marie.Press("Release this letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldContain(
                "the approval is released once somebody of the staff of The Foundation has accepted"
            );
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
    }

    [Theory]
    [EachDatabase]
    public async Task The_organisation_accepts_nothing_before_an_approval_is_recorded(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: BothSides);
        await RefusedAsync(marie);
        (
            await host.DbAsync(db =>
                db.Set<ClauseAcceptance>().CountAsync(a => a.Side == Side.Organisation)
            )
        ).ShouldBe(0);

        static async Task RefusedAsync(Visitor marie)
        {
            await marie.Visit(AcceptFor);
            marie.Text.ShouldContain("once an approval is recorded");
            marie.Page.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(0);
            // The page offers no form to send, so the token is that of the case's own page.
            await marie.Visit($"/cases/{DecidedCase.Reference}");
            var token = marie.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
            using var sent = await marie.PostAsync(AcceptFor, [("_form", token)]);
            sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
    }

    [Theory]
    [EachDatabase]
    public async Task A_text_that_the_partner_accepted_since_waits_for_the_organisation_until_the_program_goes_back(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: BothSides);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.ApproveAsync();
        await marie.AcceptForAsync();
        await marie.Visit($"/cases/{DecidedCase.Reference}/letter");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        (await OfferedAsync()).ShouldBeFalse();
        await host.PublishAsync(BothSides.Replace(OldWords, NewWords, StringComparison.Ordinal));
        await marie.AskAsync();
        await nusrat.Visit(Again);
        nusrat.Choose("I have read this text and accept it for our community");
        await nusrat.Press("Accept what is ticked");
        (await OfferedAsync()).ShouldBeTrue();
        await nusrat.Visit(Receipt);
        nusrat.Text.ShouldContain("The Foundation has not accepted yet");

        await host.PublishAsync(BothSides);
        (await OfferedAsync()).ShouldBeFalse();
        await marie.Visit(AcceptFor);
        marie.Page.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(0);
        await nusrat.Visit(Receipt);
        nusrat.Text.ShouldNotContain("has not accepted yet");
        nusrat.Text.ShouldNotContain("A later text of this clause was accepted since");
        nusrat
            .Page.QuerySelectorAll(".receipt > li")
            .Where(text =>
                text.TextContent.Contains(
                    "The program went back to a text",
                    StringComparison.Ordinal
                )
            )
            .ShouldHaveSingleItem()
            .TextContent.ShouldContain(NewWords);

        await host.PublishAsync(BothSides.Replace(OldWords, NewWords, StringComparison.Ordinal));
        (await OfferedAsync()).ShouldBeTrue();
        await marie.AcceptForAsync();
        (await OfferedAsync()).ShouldBeFalse();
        await nusrat.Visit(Receipt);
        nusrat.Text.ShouldNotContain("has not accepted yet");
        host.Trouble().ShouldBeEmpty();

        async Task<bool> OfferedAsync()
        {
            await marie.Visit($"/cases/{DecidedCase.Reference}");
            return marie.Page.QuerySelector($"a[href='{AcceptFor}']") is not null;
        }
    }

    [Theory]
    [EachDatabase]
    public async Task The_organisation_signs_once_whoever_clicks_at_one_moment(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: BothSides);
        using var second = await host.SignedInAsync(World.Marie.Address);
        await marie.ApproveAsync();
        foreach (var visitor in new[] { marie, second })
        {
            await visitor.Visit(AcceptFor);
            foreach (var box in visitor.Page.QuerySelectorAll("input[type=checkbox]"))
                visitor.ChooseByName(box.GetAttribute("name")!, "true");
        }
        await Task.WhenAll(
            marie.Press("Accept for the organisation"),
            second.Press("Accept for the organisation")
        );
        var acceptances = await host.DbAsync(db =>
            db.Applications.SelectMany(a => a.Acceptances).ToListAsync()
        );
        acceptances
            .Where(a => a.Side == Side.Organisation)
            .Select(a => a.Hash)
            .Order()
            .ShouldBe(acceptances.Where(a => a.Side == Side.Partner).Select(a => a.Hash).Order());
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task The_public_page_names_version_day_and_sentence_of_the_agreement(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var _ = await host.MarieAsync(program: BothSides);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/programs/{Slug}");
        anybody.Text.ShouldContain("Version 1 of this agreement, last updated on");
        anybody.Text.ShouldContain("1 November 2026");
        anybody.Text.ShouldContain("This is not a legal contract.");
        anybody.Text.ShouldContain("Both sides accept them");
    }
}
