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

/// <summary>Several letters released together: as many decisions, as many letters, each with its own reasons.</summary>
public sealed class ReleaseManyTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Sqlite, 2)]
    [InlineData(DatabaseKind.Sqlite, 50)]
    [InlineData(DatabaseKind.Postgres, 2)]
    [InlineData(DatabaseKind.Postgres, 50)]
    public async Task As_many_letters_leave_as_were_ticked_each_with_its_own_reasons(
        DatabaseKind database,
        int count
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await DecidedAsync(host, marie, hana, count);
        await marie.Visit("/cases");
        await marie.Follow("Release letters together");
        await marie.Follow("Tick all");
        await marie.Press("Release the ticked letters");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe("/cases/take-back");
        await host.WorkAfterAsync(Duration.FromMinutes(9));
        var before = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        var letters = host.Mailbox.To(World.Nusrat.Address).Skip(before).ToList();
        letters.Count.ShouldBe(count);
        for (var number = 1; number <= count; number++)
        {
            var letter = letters.Single(each => each.Subject.Contains($"PSF-27-T{number:000}"));
            if (number % 2 == 0)
                letter.Text.ShouldContain($"The page of day {number} names nobody.");
            else
                letter.Text.ShouldNotContain("names nobody");
            letter.Text.ShouldContain($"Python day {number}");
        }
        (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe((count + 1) / 2);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_is_ticked_can_be_taken_back_and_what_is_not_ticked_stays(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await DecidedAsync(host, marie, hana, 3);
        await marie.Visit("/cases/release");
        await marie.Press("Release the ticked letters");
        marie.Problems().ShouldBe(["Tick at least one letter."]);
        await marie
            .ChooseByName("case", "PSF-27-T001")
            .ChooseByName("case", "PSF-27-T003")
            .Press("Release the ticked letters");
        marie.Problems().ShouldBeEmpty();
        await marie.ChooseByName("case", "PSF-27-T003").Press("Take back the ticked letters");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe("/cases/release");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldContain("PSF-27-T001");
        (await StatesAsync(host)).ShouldBe([
            ApplicationState.Approved,
            ApplicationState.Deciding,
            ApplicationState.Deciding,
        ]);
    }

    [Theory, EachDatabase]
    public async Task One_that_reads_differently_by_now_holds_all_of_them_back_and_is_named(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await DecidedAsync(host, marie, hana, 3);
        await marie.Visit("/cases/release?all=true");
        using var other = await host.SignedInAsync(World.Marie.Address);
        await other.Visit("/cases/PSF-27-T001/decide");
        await other
            .Choose("Approve")
            .FillDay("lastDay", new LocalDate(2027, 12, 31))
            .Press("Record the decision and read its letter");
        await marie.Press("Release the ticked letters");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("PSF-27-T001: ");
        (await StatesAsync(host)).ShouldAllBe(state => state == ApplicationState.Deciding);
        await host.WorkAfterAsync(Duration.FromMinutes(20));
        host.Mailbox.To(World.Nusrat.Address).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Two_who_release_the_same_letters_send_them_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await DecidedAsync(host, marie, hana, 3);
        await marie.Visit("/cases/release?all=true");
        await hana.Visit("/cases/release?all=true");
        await Task.WhenAll(
            marie.Press("Release the ticked letters"),
            hana.Press("Release the ticked letters")
        );
        new[] { marie, hana }.Count(each => each.Problems().Count == 0).ShouldBe(1);
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(3);
        (
            await host.DbAsync(db => db.Letters.CountAsync(l => l.State == LetterState.Left))
        ).ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task What_still_waits_for_somebody_has_no_box_and_says_why(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false);
        await marie.Visit($"/cases/{DecidedCase.Reference}/decide");
        await marie
            .Choose("Approve")
            .Fill("againstReview", "They voted after the end.")
            .Press("Record the decision and read its letter");
        await marie.Visit("/cases/release");
        marie.Page.QuerySelectorAll("input[name=case]").ShouldBeEmpty();
        marie.Text.ShouldContain("ask another member of staff to open the case");
    }

    [Fact]
    public async Task The_list_takes_the_same_statements_for_one_letter_and_for_three()
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = await host.MarieAsync();
        using var hana = await host.OfStaffAsync(World.Hana);
        await DecidedAsync(host, marie, hana, 4);
        await marie.Visit("/cases/release");
        await marie.ChooseByName("case", "PSF-27-T001").Press("Release the ticked letters");
        await marie.Visit("/cases/release");
        var three = await host.Statements.DuringAsync(() => marie.Visit("/cases/release"));
        await marie
            .ChooseByName("case", "PSF-27-T002")
            .ChooseByName("case", "PSF-27-T003")
            .Press("Release the ticked letters");
        var one = await host.Statements.DuringAsync(() => marie.Visit("/cases/release"));
        one.ShouldBe(three);
    }

    private static Task<List<ApplicationState>> StatesAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.Set<Application>()
                .Where(a => a.Reference.StartsWith("PSF-27-T0"))
                .OrderBy(a => a.Reference)
                .Select(a => a.State)
                .ToListAsync()
        );

    /// <summary>The odd ones are approved; the even ones declined against the vote, each with its own reason, and confirmed.</summary>
    private static async Task DecidedAsync(BanyanHost host, Visitor marie, Visitor hana, int count)
    {
        await host.MoreAsync(count);
        for (var number = 1; number <= count; number++)
        {
            var path = $"/cases/PSF-27-T{number:000}";
            await marie.Visit($"{path}/decide");
            if (number % 2 == 1)
                marie.Choose("Approve");
            else
                marie
                    .Choose("Decline")
                    .Fill("reasons[conduct]", $"The page of day {number} names nobody.")
                    .Fill("advice", "Name two people.")
                    .Fill("againstReview", "The page changed after the vote.");
            await marie.Press("Record the decision and read its letter");
            marie.Problems().ShouldBeEmpty();
            if (number % 2 == 0)
                await (await hana.Visit($"{path}/confirm")).Press("I confirm it");
        }
    }
}
