using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>From the tally to the letter in the mailbox, with the ten minutes in which all can be taken back.</summary>
public sealed class DecisionTests
{
    private const string Letter = $"/cases/{DecidedCase.Reference}/letter";

    [Theory]
    [EachDatabase]
    public async Task Decide_release_undo_release_and_the_letter_makes_a_partner(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.ApproveAsync();
        host.Trouble().ShouldBeEmpty();
        marie.Path.ShouldBe(Letter);
        marie.Text.ShouldContain("Dhaka Python Day is a community partner");
        marie.Text.ShouldContain("A partnership begins. It runs from Monday 1 March 2027 until");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);

        await marie.Press("Release this letter");
        marie.Path.ShouldBe(Letter);
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
        (await host.WorkAfterAsync(Duration.FromMinutes(9))).ShouldBe(0);
        await marie.Press("Undo the release");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await host.WorkAfterAsync(Duration.FromMinutes(30));
        host.Mailbox.To(World.Nusrat.Address).ShouldBeEmpty();

        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var letter = host.Mailbox.To(World.Nusrat.Address).ShouldHaveSingleItem();
        letter.Subject.ShouldBe(
            $"{DecidedCase.Reference}: Dhaka Python Day is a community partner"
        );
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        var partner = await host.DbAsync(db => db.Partnerships.SingleAsync());
        letter.Links.ShouldBe([new Uri(host.BaseUrl, $"/partners/{partner.Code}").ToString()]);
        partner.Begins.ShouldBe(new LocalDate(2027, 3, 1));
        partner.Until.ShouldBe(new LocalDate(2028, 2, 29));
        partner.Promises.Benefits.Count.ShouldBeGreaterThan(0);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/partners/{partner.Code}");
        anybody.Heading.ShouldBe(DecidedCase.Title);
        await anybody.Visit($"/badge/{partner.Code}.svg");
        anybody.Status.ShouldBe(HttpStatusCode.OK);
        anybody.Source.ShouldContain("partner until 2028-02-29");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_recorded_decision_does_not_look_undecided_on_the_desk(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.Visit("/cases");
        marie.Text.ShouldContain("To be decided since");
        await marie.ApproveAsync();
        await marie.Visit("/cases");
        marie.Text.ShouldContain("The decision is recorded; its letter waits to be released.");
        marie.Text.ShouldNotContain("To be decided since");
        foreach (var page in new[] { "", "/note" })
        {
            await marie.Visit($"/cases/{DecidedCase.Reference}{page}");
            marie.Text.ShouldContain("Next: staff reads the letter and releases it;");
        }
    }

    [Theory]
    [EachDatabase]
    public async Task The_letter_that_leaves_is_the_letter_that_was_read(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.ApproveAsync();
        var read = marie.Page.QuerySelector(".letter-body")!.TextContent;
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        host.Mailbox.Last(World.Nusrat.Address)
            .Text.ReplaceLineEndings("\n")
            .Trim()
            .ShouldBe(read.Trim());
    }

    [Fact]
    public async Task A_letter_that_reads_differently_by_now_is_shown_before_it_is_released()
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = await host.MarieAsync();
        await marie.ApproveAsync();
        host.Clock.Advance(Duration.FromDays(1));
        await marie.Press("Release this letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldHaveSingleItem().ShouldContain("Read it once more");
        marie.Text.ShouldContain("It runs from Tuesday 2 March 2027");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        await marie.Press("Release this letter");
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
    }

    [Theory]
    [EachDatabase]
    public async Task A_decline_names_its_reasons(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        await marie.Visit($"/cases/{DecidedCase.Reference}/decide");
        marie.Choose("Approve");
        await marie.Press("Record the decision and read its letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Problems()
            .ShouldBe([
                "The round ended without consensus. Decline it, or send it back for another round; to approve it all the same, write below why, and a second person confirms it.",
            ]);
        marie
            .Choose("Decline")
            .Fill("reasons[conduct]", "The page names nobody who receives reports.")
            .Fill("advice", "Name two people and an address.");
        await marie.Press("Record the decision and read its letter");
        marie.Path.ShouldBe(Letter);
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var letter = host.Mailbox.Last(World.Nusrat.Address);
        letter.Text.ShouldContain("The page names nobody who receives reports.");
        letter.Text.ShouldContain("Name two people and an address.");
        (await host.StateAsync()).ShouldBe(ApplicationState.Declined);
        (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [EachDatabase]
    public async Task A_superseded_letter_dies_unsent(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.ApproveAsync();
        await marie.ApproveAsync();
        (await host.DbAsync(db => db.Decisions.CountAsync(d => d.SupersededAt == null))).ShouldBe(
            1
        );
        (
            await host.DbAsync(db =>
                db.Letters.OrderBy(l => l.WrittenAt)
                    .ThenBy(l => l.Id)
                    .Select(l => l.State)
                    .ToListAsync()
            )
        ).ShouldBe([LetterState.Dead, LetterState.Draft]);
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_decisions_at_the_same_moment_one_stands(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var elsewhere = await host.SignedInAsync(World.Marie.Address);
        foreach (var visitor in new[] { marie, elsewhere })
        {
            await visitor.Visit($"/cases/{DecidedCase.Reference}/decide");
            visitor.Choose("Approve");
        }
        await Task.WhenAll(
            marie.Press("Record the decision and read its letter"),
            elsewhere.Press("Record the decision and read its letter")
        );
        (await host.DbAsync(db => db.Decisions.CountAsync(d => d.SupersededAt == null))).ShouldBe(
            1
        );
        (
            await host.DbAsync(db => db.Letters.CountAsync(l => l.State != LetterState.Dead))
        ).ShouldBe(1);
        foreach (var visitor in new[] { marie, elsewhere })
            visitor.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [EachDatabase]
    public async Task Sending_back_opens_another_round_and_the_decision_gives_way(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await host.WorkGroupAsync(World.Tomas, World.Deb, World.Joey);
        await marie.ApproveAsync();
        await marie.Visit($"/cases/{DecidedCase.Reference}/send-back");
        marie.Fill("words", "The venue has changed.");
        await marie.Press("Open another round");
        (await host.StateAsync()).ShouldBe(ApplicationState.InReview);
        (await host.DbAsync(db => db.Decisions.CountAsync(d => d.SupersededAt == null))).ShouldBe(
            0
        );
        await marie.Visit($"/cases/{DecidedCase.Reference}/decide");
        marie.Choose("Approve");
        await marie.Press("Record the decision and read its letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_is_no_staff_of_the_organisation_does_not_come_in()
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = await host.MarieAsync();
        await marie.ApproveAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        foreach (var page in new[] { "decide", "letter", "release", "undo", "send-back" })
        {
            await nusrat.Visit($"/cases/{DecidedCase.Reference}/{page}");
            nusrat.Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }
    }
}
