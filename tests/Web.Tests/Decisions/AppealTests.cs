using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>One appeal against a decline: answered and decided by others than those who decided.</summary>
public sealed class AppealTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";
    private const string Mine = $"/applications/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task It_is_admitted_and_decided_by_two_who_had_no_part_in_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.DeclineAsync(host);
        await AppealAsync(nusrat);
        nusrat.Text.ShouldContain("Next: staff reads your appeal and answers it.");
        await nusrat.Visit($"{Mine}/appeal");
        nusrat.Text.ShouldContain("You have appealed against this decision once");

        await marie.Visit("/cases");
        marie.Text.ShouldContain("The applicants appealed; an answer is due");
        await marie.Visit($"{Case}/appeal");
        marie.Text.ShouldContain("You had a part in the decision");
        marie.Page.QuerySelectorAll("form.prose").ShouldBeEmpty();
        using var hana = await host.OfStaffAsync(World.Hana);
        await hana.Visit($"{Case}/appeal");
        hana.Text.ShouldContain("The page names two people since May.");
        await hana.Choose("Admit it").Press("Answer the appeal");
        hana.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("look at your application anew");

        await marie.Visit($"{Case}/decide");
        marie.Page.QuerySelectorAll("form.prose").ShouldBeEmpty();
        await hana.Visit($"{Case}/decide");
        await hana.Choose("Approve").Press("Record the decision and read its letter");
        hana.Problems().ShouldBeEmpty();
        hana.Page.QuerySelectorAll("form[action$=release]").ShouldBeEmpty();
        await marie.Visit($"{Case}/confirm");
        marie.Text.ShouldContain("You had a part in the decision");
        marie.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        using var paul = await host.OfStaffAsync(World.Paul);
        await (await paul.Visit($"{Case}/confirm")).Press("I confirm it");
        paul.Problems().ShouldBeEmpty();
        await (await hana.Visit($"{Case}/letter")).Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var letter = host.Mailbox.Last(World.Nusrat.Address);
        letter.Subject.ShouldStartWith("On your appeal: ");
        letter.Text.ShouldContain("Others than those who decided then");
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe(1);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task It_is_refused_with_a_reason_and_there_is_no_second_one(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.DeclineAsync(host);
        await AppealAsync(nusrat);
        using var hana = await host.OfStaffAsync(World.Hana);
        await hana.Visit($"{Case}/appeal");
        await hana.Choose("Refuse it").Press("Answer the appeal");
        hana.Problems().ShouldHaveSingleItem();
        await hana.Choose("Refuse it")
            .Fill("reason", "The two people are named on another page, of another event.")
            .Press("Answer the appeal");
        hana.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("of another event");
        (await host.StateAsync()).ShouldBe(ApplicationState.Declined);
        await nusrat.Visit($"{Mine}/appeal");
        nusrat.Text.ShouldContain("You have appealed against this decision once");
        nusrat.Page.QuerySelectorAll("form.prose").ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_applicants_take_it_back_and_the_decision_stands(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.DeclineAsync(host);
        await AppealAsync(nusrat);
        using var hana = await host.OfStaffAsync(World.Hana);
        await hana.Visit($"{Case}/appeal");
        await hana.Choose("Admit it").Press("Answer the appeal");
        await nusrat.Visit(Mine);
        nusrat.Text.ShouldContain("others than those who decided look at your application anew");
        await nusrat.Follow("Take back the appeal");
        await nusrat.Press("Take it back");
        nusrat.Problems().ShouldBeEmpty();
        (await host.StateAsync()).ShouldBe(ApplicationState.Declined);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task After_sixty_days_it_is_too_late(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        await marie.DeclineAsync(host);
        host.Clock.Advance(Duration.FromDays(61));
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await nusrat.Visit(Mine);
        nusrat.Text.ShouldNotContain("Appeal against the decision");
        await nusrat.Visit($"{Mine}/appeal");
        nusrat.Text.ShouldContain("One could appeal until");
    }

    private static async Task AppealAsync(Visitor nusrat)
    {
        await nusrat.Visit(Mine);
        await nusrat.Follow("Appeal against the decision");
        await nusrat
            .Fill("What was overlooked, or judged wrongly?", "The page names two people since May.")
            .Press("Send the appeal");
        nusrat.Problems().ShouldBeEmpty();
    }
}
