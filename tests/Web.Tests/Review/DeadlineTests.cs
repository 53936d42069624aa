using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Review;

/// <summary>Desk and applicant are told the same days, by the clock of the organisation in New York.</summary>
public sealed class DeadlineTests
{
    [Theory, EachDatabase]
    public async Task An_evening_in_New_York_is_the_same_day_for_both_sides(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        // 21:00 of 20 March in New York, and the 21st by UTC.
        host.Clock.Now = Instant.FromUtc(2028, 3, 21, 1, 0);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit("/cases");
        marie.Text.ShouldContain("Sent today; nobody has taken it up.");
        await (await marie.Visit($"/cases/{joey.Reference}/take-up")).Press("Take it up");
        await marie.Visit($"/cases/{joey.Reference}/ask");
        // The day that is proposed is a fortnight from this evening's day.
        marie
            .Page.QuerySelector("input[name='answerBy.Day']")!
            .GetAttribute("value")
            .ShouldBe("3");
        await marie.Fill("words", "Who are you?").Press("Send the question");
        marie.Text.ShouldContain("since Mon 20 Mar");
        const string deadline = "The time for this ends Mon 3 Apr 2028, 23:59 EDT (New York)";
        marie.Text.ShouldContain(deadline);
        await joey.Visitor.Visit(joey.Path);
        joey.Visitor.Text.ShouldContain(deadline);
        await marie.Visit("/cases?state=all");
        marie.Text.ShouldContain(deadline);
        marie.Page.QuerySelectorAll("time[data-zone='America/New_York']").ShouldNotBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_answer_is_late_once_its_day_is_over_in_New_York(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await (await marie.Visit($"/cases/{joey.Reference}/take-up")).Press("Take it up");
        await marie.Visit($"/cases/{joey.Reference}/ask");
        await marie.Fill("words", "Who are you?").Press("Send the question");
        host.Clock.Now = Instant.FromUtc(2028, 4, 4, 3, 30);
        using var later = await host.SignedInAsync(World.Marie.Address);
        await later.Visit("/cases");
        later.Text.ShouldContain("Waiting for the applicant since");
        later.Text.ShouldNotContain("has not answered");
        host.Clock.Now = Instant.FromUtc(2028, 4, 4, 4, 30);
        await later.Visit("/cases");
        later.Text.ShouldContain("The applicant has not answered; the day named was Mon 3 Apr.");
    }
}
