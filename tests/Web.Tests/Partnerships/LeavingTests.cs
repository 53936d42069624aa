using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>A partnership is looked at, paused, and left: by either side, for cause, and when its term is over.</summary>
public sealed class LeavingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Who_stepped_back_takes_it_up_again_within_two_weeks(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        await (await nusrat.Visit($"/partners/{code}/inside")).Follow("Step back");
        nusrat.Text.ShouldContain("Badge, verify page and list of partners say: ");
        await nusrat.Fill("words", "We have no hands left this year.").Press("End the partnership");
        nusrat.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Ended);
        await host.WorkAsync();
        host.Mailbox.To(World.Marie.Address)[^1]
            .Text.ShouldContain("We have no hands left this year.");
        await nusrat.Visit($"/verify/{code}.json");
        nusrat.Source.ShouldContain("\"alumni\"");
        // It is the partner's to think better of.
        await marie.Visit($"/partners/{code}/take-up-again");
        marie.Text.ShouldContain("The other side stepped back");
        await host.WorkAfterAsync(Duration.FromDays(13));
        await (await nusrat.Visit($"/partners/{code}/inside")).Follow("Take it up again");
        await nusrat.Press("Take it up again");
        nusrat.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.UnderReview);
        await nusrat.Visit($"/verify/{code}.json");
        nusrat.Source.ShouldContain("\"partner\"");
        await nusrat.Visit($"/partners/{code}/consequences");
        nusrat.Text.ShouldNotContain("The name and the logo");
        // Once more, and too late.
        await nusrat.Visit($"/partners/{code}/step-back");
        await nusrat.Press("End the partnership");
        await host.WorkAfterAsync(Duration.FromDays(13));
        await nusrat.Visit($"/partners/{code}/take-up-again");
        host.Clock.Now += Duration.FromDays(2);
        await nusrat.Press("Take it up again");
        nusrat
            .Problems()
            .ShouldBe([
                "Stepping back can be undone for 14 days. Apply again if you want to be partners.",
            ]);
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_revocation_hears_the_partner_takes_two_and_can_be_appealed(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        using var ines = await host.OfStaffAsync(World.Ines);
        var page = $"/partners/{code}";
        await marie.Visit($"{page}/revoke");
        marie.Text.ShouldContain("That cannot be done now");
        await (await marie.Visit($"{page}/review"))
            .Fill("words", "Two people wrote to us.")
            .Press("Ask the partner to look at it");
        await marie.Visit($"{page}/revoke");
        await marie.Fill("words", "Nobody answers reports.").Press("Propose it");
        marie.Problems().ShouldBe(["Choose how long the partner is heard."]);
        await marie.ChooseByName("hearing", "short").Press("Propose it");
        marie.Problems().Single().ShouldStartWith("A revocation rests on a clause");
        await marie.Fill("conductCase", "Blue Heron").Press("Propose it");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("A second person of the organisation has to confirm it.");
        marie
            .Page.QuerySelectorAll("form[method=post] button")
            .Select(b => b.TextContent)
            .ShouldNotContain("Confirm it");
        await hana.Visit($"{page}/confirm");
        hana.Text.ShouldContain("The partner may answer until Monday 8 March 2027.");
        await host.WorkAsync();
        var notice = host.Mailbox.To(World.Nusrat.Address)[^1];
        notice.Text.ShouldContain("Nobody answers reports.");
        notice.Text.ShouldContain(
            "It rests on a case of conduct that has the code name Blue Heron."
        );
        await (await nusrat.Visit($"{page}/answer"))
            .Fill("words", "Our mailbox was full, and is not any more.")
            .Press("Send the answer");
        nusrat.Problems().ShouldBeEmpty();
        await hana.Visit($"{page}/confirm");
        hana.Text.ShouldContain("Our mailbox was full, and is not any more.");
        await hana.Press("Confirm it");
        hana.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Revoked);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/verify/{code}.json");
        anybody.Source.ShouldContain("\"not-current\"");
        await anybody.Visit($"/badge/{code}.svg");
        anybody.Source.ShouldNotContain("evok");
        await DrillAsync(marie, page);
        await (await nusrat.Visit($"{page}/appeal"))
            .Fill("words", "It was the mail server.")
            .Press("Appeal");
        nusrat.Problems().ShouldBeEmpty();
        foreach (var had in new[] { marie, hana })
        {
            await had.Visit($"{page}/answer-appeal");
            had.Text.ShouldContain("Somebody who had no part in it answers the appeal.");
        }
        await (await ines.Visit($"{page}/answer-appeal"))
            .ChooseByName("verdict", "lift")
            .Fill("words", "We asked the server's people.")
            .Press("Answer the appeal");
        ines.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        await nusrat.Visit($"{page}/appeal");
        nusrat.Text.ShouldContain("A revocation can be appealed once.");
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    // Everything on the list is done, with what shows it.
    private static async Task DrillAsync(Visitor marie, string page)
    {
        await marie.Visit($"{page}/consequences");
        marie.Text.ShouldContain("Done by itself: ");
        await marie.Press("It is done");
        marie.Problems().Single().ShouldStartWith("Say what shows that it is done");
        for (var open = 3; open > 0; open--)
        {
            marie.Page.QuerySelectorAll("form textarea").Length.ShouldBe(open);
            var field = marie.Page.QuerySelector("form textarea")!.GetAttribute("name")!;
            await marie.Fill(field, $"https://example.org/without-{open}").Press("It is done");
            marie.Problems().ShouldBeEmpty();
        }
        marie.Text.ShouldContain("https://example.org/without-1");
        await marie.Visit($"{page}/inside");
        marie.Text.ShouldContain("Still open: 0 of 4");
    }

    [Theory, EachDatabase]
    public async Task Two_pause_it_at_once_and_one_lets_it_go_on(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        var page = $"/partners/{code}";
        await (await marie.Visit($"{page}/suspend-at-once"))
            .Fill("words", "The site asks for passwords.")
            .Press("Propose it");
        marie.Problems().ShouldBeEmpty();
        // What is not decided and needs no hearing is not the partner's to read.
        await nusrat.Visit($"{page}/inside");
        nusrat.Text.ShouldNotContain("second person");
        nusrat.Text.ShouldNotContain("passwords");
        await hana.Visit("/cases");
        hana.Text.ShouldContain("The partnership waits for you");
        await (await hana.Visit($"{page}/confirm")).Press("Confirm it");
        hana.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address)[^1]
            .Text.ShouldContain("The site asks for passwords.");
        await nusrat.Visit($"/verify/{code}.json");
        nusrat.Source.ShouldContain("\"not-current\"");
        await nusrat.Visit($"{page}/inside");
        nusrat.Text.ShouldContain("decides whether it goes on");
        await (await hana.Visit($"{page}/reinstate"))
            .Fill("words", "It was somebody else's site.")
            .Press("Let it go on");
        hana.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task What_follows_is_on_Today_when_its_day_has_come(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        await (await nusrat.Visit($"/partners/{code}/step-back")).Press("End the partnership");
        await marie.Visit("/cases");
        marie.Text.ShouldNotContain("What follows from the end");
        await host.WorkAfterAsync(Duration.FromDays(14));
        using var again = await host.SignedInAsync(World.Marie.Address);
        await again.Visit("/cases");
        again.Text.ShouldContain("What follows from the end of the partnership is due ");
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_change_is_told_and_both_sides_look_at_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        await nusrat.Visit($"/partners/{code}/tell-change");
        await nusrat.Fill("words", "Joey leads it from May on.").Press("Tell it");
        nusrat.Problems().ShouldBe(["Choose at least one thing that changes."]);
        await nusrat.Choose("Who leads it").Press("Tell it");
        nusrat.Problems().ShouldBeEmpty();
        (await StateAsync(host)).ShouldBe(PartnershipState.UnderReview);
        await host.WorkAsync();
        host.Mailbox.To(World.Marie.Address)[^1]
            .Text.ShouldContain("Changes: Who leads it. Joey leads it from May on.");
        await marie.Visit($"/partners/{code}/inside");
        marie.Text.ShouldContain("Joey leads it from May on.");
        await marie.Follow("Write down what came of it");
        await marie.Fill("What came of it", "Welcome, Joey.").Press("Send it, and go on");
        (await StateAsync(host)).ShouldBe(PartnershipState.Active);
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_propose_at_once_one_does(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        foreach (var visitor in new[] { marie, hana })
            (await visitor.Visit($"/partners/{code}/suspend-at-once")).Fill("words", "At once.");
        await Task.WhenAll(marie.Press("Propose it"), hana.Press("Propose it"));
        marie.Problems().Concat(hana.Problems()).Count().ShouldBe(1);
        (await host.DbAsync(db => db.Set<PartnershipProposal>().CountAsync(Ct))).ShouldBe(1);
        marie.Dispose();
        nusrat.Dispose();
    }

    private static Task<PartnershipState> StateAsync(BanyanHost host) =>
        host.DbAsync(db => db.Partnerships.Select(p => p.State).SingleAsync(Ct));
}
