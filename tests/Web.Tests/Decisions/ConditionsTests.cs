using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>An approval with conditions: nobody is a partner before each is met or let go.</summary>
public sealed class ConditionsTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";
    private const string Mine = $"/applications/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task With_the_last_condition_the_partnership_is_active_and_the_partner_is_told(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await ApprovedAsync(host, marie, "- Name two people.\n- Say who leads it.");
        var letter = host.Mailbox.Last(World.Nusrat.Address);
        letter.Subject.ShouldEndWith("is approved, with conditions");
        letter.Text.ShouldContain("- Say who leads it.");
        var code = await CodeAsync(host);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/verify/{code}");
        anybody.Text.ShouldContain("is not a current partner");

        await nusrat.Visit(Mine);
        nusrat.Text.ShouldContain("Next: you do what the letter asks for, by Mon 5 Apr.");
        await nusrat.Follow("See what is asked for");
        await nusrat.Fill("words.0", "Both stand on the page.").Press("Tell staff that it is done");
        nusrat.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("Both stand on the page.");
        await marie.Visit("/cases");
        marie.Text.ShouldContain("The partner says that a condition is met");

        await marie.Visit($"{Case}/conditions");
        marie.Text.ShouldContain("Next: the partner meets the conditions, by Mon 5 Apr");
        marie.Text.ShouldContain("Both stand on the page.");
        await marie.Press("It is met");
        marie.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Onboarding);
        await marie.Press("Let it go");
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Say why it is let go");
        await marie.Fill("note.1", "Its charter says so already.").Press("Let it go");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("All conditions are settled.");
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldEndWith("is active");
        await anybody.Visit($"/verify/{code}");
        anybody.Text.ShouldNotContain("is not a current partner");
        await nusrat.Visit($"{Mine}/conditions");
        nusrat.Text.ShouldContain("Its charter says so already.");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_week_before_the_day_the_partner_is_reminded_once_and_late_ones_stand_on_Today(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await ApprovedAsync(host, marie, "Name two people.");
        host.Clock.Now = new LocalDate(2027, 3, 28).At(new LocalTime(23, 59)).InUtc().ToInstant();
        await host.WorkAsync();
        var before = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromDays(3));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 1);
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Text.ShouldContain("- Name two people.");
        mail.Text.ShouldContain("Next: you do this by Monday 5 April 2027");
        using var again = await host.SignedInAsync(World.Marie.Address);
        await again.Visit("/cases");
        again.Text.ShouldNotContain("Conditions of the approval are due");
        host.Clock.Now = new LocalDate(2027, 4, 6).At(new LocalTime(9, 0)).InUtc().ToInstant();
        await host.WorkAsync();
        await again.Visit("/cases");
        again.Text.ShouldContain("Conditions of the approval are due Mon 5 Apr");
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 1);
    }

    [Theory, EachDatabase]
    public async Task Of_a_day_that_the_letter_has_just_named_nobody_is_reminded(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await ApprovedAsync(host, marie, "Name two people.", new LocalDate(2027, 3, 6));
        await host.WorkAfterAsync(Duration.FromDays(4));
        host.Mailbox.To(World.Nusrat.Address).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task On_a_trial_both_sides_look_at_it_in_its_middle(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Approve on trial")
            .FillDay("lastDay", new LocalDate(2027, 8, 28))
            .Press("Record the decision and read its letter");
        marie.Text.ShouldContain("on Sunday 30 May 2027 we look together at how it goes");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var code = await CodeAsync(host);
        host.Clock.Now = new LocalDate(2027, 5, 30).At(new LocalTime(1, 0)).InUtc().ToInstant();
        await host.WorkAsync();
        (await StateAsync(host)).ShouldBe(PartnershipState.UnderReview);
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldContain("how does the partnership");
        using var staff = await host.SignedInAsync(World.Marie.Address);
        await staff.Visit("/cases");
        staff.Text.ShouldContain("Both sides look at how the partnership goes");
        await staff.Visit($"{Case}/look-again");
        await staff.Press("Send it, and go on");
        staff.Problems().ShouldHaveSingleItem().ShouldStartWith("Say what came of it");
        await staff
            .Fill("What came of it", "Forty came, and forty stayed.")
            .Press("Send it, and go on");
        staff.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("Forty came, and forty stayed.");
        await staff.Visit($"/verify/{code}");
        staff.Text.ShouldContain("28 August 2027");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_does_not_fit_is_refused_and_nothing_typed_is_lost(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Approve with conditions")
            .Fill("conditions", "Name two people.")
            .Press("Record the decision and read its letter");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldBe(["Say by which day the conditions are to be met."]);
        marie
            .Page.QuerySelector("[name=conditions]")!
            .TextContent.ShouldContain("Name two people.");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Conditions are written below");
        (await host.StateAsync()).ShouldBe(ApplicationState.Deciding);
    }

    private static async Task ApprovedAsync(
        BanyanHost host,
        Visitor marie,
        string conditions,
        LocalDate? by = null
    )
    {
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Approve with conditions")
            .Fill("conditions", conditions)
            .FillDay("conditionsBy", by ?? new LocalDate(2027, 4, 5))
            .Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
    }

    private static Task<string> CodeAsync(BanyanHost host) =>
        host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());

    private static Task<PartnershipState> StateAsync(BanyanHost host) =>
        host.DbAsync(db => db.Partnerships.Select(p => p.State).SingleAsync());
}
