using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A decision against the vote: with a reason, and with a second person.</summary>
public sealed class AgainstReviewTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task It_needs_a_reason_and_somebody_else_and_the_letter_says_nothing_of_it(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        using var hana = await host.OfStaffAsync(World.Hana);
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Approve")
            .Fill("againstReview", "Two members told us that they meant to vote for it.")
            .Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("another member of staff than Marie");
        marie.Text.ShouldNotContain("Two members told us");
        marie.Page.QuerySelectorAll("form[action$=release]").ShouldBeEmpty();
        await marie.Visit(Case);
        marie.Text.ShouldContain(
            "recorded a decision against the vote or the advice: Two members told us"
        );
        await hana.Visit($"{Case}/confirm");
        hana.Text.ShouldContain("Two members told us that they meant to vote for it.");
        await hana.Press("I confirm it");
        hana.Problems().ShouldBeEmpty();
        await marie.Visit($"{Case}/letter");
        await marie.Press("Release this letter");
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
        host.Trouble().ShouldBeEmpty();
    }
}
