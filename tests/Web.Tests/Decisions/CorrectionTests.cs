using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A letter that has left and was wrong: another one takes its place, and what it began follows it.</summary>
public sealed class CorrectionTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task An_approval_with_a_wrong_day_keeps_its_partner_page_and_gets_the_right_day(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var code = await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());
        host.Clock.Advance(Duration.FromDays(2));
        await BeginAsync(marie, "It named the wrong last day.");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/verify/{code}");
        anybody.Text.ShouldContain("29 February 2028");
        await marie
            .Choose("Approve")
            .FillDay("lastDay", new LocalDate(2027, 12, 31))
            .Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("this letter takes the place of ours of Monday 1 March 2027");
        marie.Text.ShouldContain("It named the wrong last day.");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldStartWith("Correction: ");
        var partner = await host.DbAsync(db => db.Partnerships.SingleAsync());
        (partner.Code, partner.Begins, partner.Until, partner.State).ShouldBe(
            (code, new LocalDate(2027, 3, 1), new LocalDate(2027, 12, 31), PartnershipState.Active)
        );
        (await host.DbAsync(db => db.Decisions.CountAsync(d => d.SupersededAt == null))).ShouldBe(
            1
        );
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_approval_that_was_none_ends_the_partnership_and_can_be_given_back(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        await BeginAsync(marie, "It went to the wrong event.");
        await marie
            .Choose("Decline")
            .Fill("reasons[conduct]", "It is not the event we meant.")
            .Fill("advice", "Apply for the right one.")
            .Fill("againstReview", "The vote was about another event.")
            .Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
        await (await hana.Visit($"{Case}/confirm")).Press("I confirm it");
        await (await marie.Visit($"{Case}/letter")).Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        (await host.StateAsync()).ShouldBe(ApplicationState.Declined);
        var partner = await host.DbAsync(db => db.Partnerships.SingleAsync());
        (partner.State, partner.Until).ShouldBe(
            (PartnershipState.Ended, new LocalDate(2027, 3, 1))
        );
        await BeginAsync(marie, "It was the right event after all.");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var again = await host.DbAsync(db => db.Partnerships.SingleAsync());
        (again.State, again.Code).ShouldBe((PartnershipState.Active, partner.Code));
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_correction_begun_by_mistake_is_let_go_and_nothing_leaves(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var mails = host.Mailbox.To(World.Nusrat.Address).Count;
        await BeginAsync(marie, "I had the wrong case open.");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        foreach (var way in (string[])["close", "put-off", "send-back"])
        {
            await marie.Visit($"{Case}/{way}");
            var token = marie.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
            var answer = await marie.PostAsync(
                $"{Case}/{way}",
                ("_form", token),
                ("reason", "Away."),
                ("words", "Away."),
                ("until.Day", "1"),
                ("until.Month", "6"),
                ("until.Year", "2027")
            );
            ((int)answer.StatusCode).ShouldBe(422, way);
        }
        await (await marie.Visit($"{Case}/let-stand")).Press("Let it stand");
        marie.Problems().ShouldBeEmpty();
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        await host.WorkAfterAsync(Duration.FromDays(1));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(mails);
        await marie.Visit($"{Case}/letter");
        marie.Text.ShouldContain("The letter left on");
        (await host.DbAsync(db => db.Decisions.CountAsync(d => d.SupersededAt == null))).ShouldBe(
            1
        );
        host.Trouble().ShouldBeEmpty();
    }

    private static async Task BeginAsync(Visitor marie, string reason)
    {
        await marie.Visit($"{Case}/correct");
        await marie.Fill("What was wrong in the letter", reason).Press("Begin the correction");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe($"{Case}/decide");
    }
}
