using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Membership;

/// <summary>A seat has a term and a region, and once a year its holder is asked whether they go on.</summary>
public sealed class SeatTests
{
    private const string Team = "/settings/teams/psf/grants-work-group";
    private const string Confirm = "/teams/psf/grants-work-group/confirm";
    private static readonly Instant AYearLater = Instant.FromUtc(2028, 3, 1, 13, 0);

    [Theory]
    [EachDatabase]
    public async Task An_owner_gives_a_seat_its_region_and_its_term_and_sees_both(
        DatabaseKind database
    )
    {
        await using var host = await WithOwnerAsync(database);
        using var owner = await host.SignedInAsync(World.Paul.Address);
        await owner.Visit($"{Team}/add");
        await owner
            .Fill("E-mail address", World.Stranger.Address)
            .Fill("region", "West Africa")
            .Fill("ends.Day", "31")
            .Fill("ends.Month", "13")
            .Fill("ends.Year", "2028")
            .Press("Add to the team");
        owner.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await owner.Fill("ends.Month", "12").Press("Add to the team");
        owner.Path.ShouldBe(Team);
        owner.Text.ShouldContain("West Africa");
        owner.Text.ShouldContain("until Sunday 31 December 2028");
        await owner.Follow($"Seat of {World.Tomas.Name} in Grants work group");
        await owner
            .Fill("region", "Europe")
            .Fill("ends.Day", "28")
            .Fill("ends.Month", "2")
            .Fill("ends.Year", "2027")
            .Press("Save");
        owner.Problems().ShouldHaveSingleItem().ShouldStartWith("This day is over.");
        await owner.Fill("ends.Year", "2029").Press("Save");
        owner.Text.ShouldContain("until Wednesday 28 February 2029");
        await owner.Visit($"{Team}/regions");
        await owner.Fill("regions", "Europe, South Asia; europe").Press("Save");
        owner.Text.ShouldContain("Should cover: Europe, South Asia");
    }

    [Theory]
    [EachDatabase]
    public async Task A_term_is_spoken_of_four_weeks_before_and_ends_by_itself(
        DatabaseKind database
    )
    {
        await using var host = await WithOwnerAsync(database);
        var id = await IdOfAsync(host, World.Tomas);
        await ChangeAsync(
            host,
            team =>
                team.ChangeSeat(
                    id,
                    new SeatTerms(new LocalDate(2027, 6, 30), ""),
                    new LocalDate(2027, 3, 1),
                    Actor.Rule,
                    host.Clock.Now
                )
        );
        await AtAsync(host, Instant.FromUtc(2027, 6, 2, 11, 59));
        Subjects(host, World.Tomas).ShouldBeEmpty();
        await AtAsync(host, Instant.FromUtc(2027, 6, 2, 12, 0));
        Subjects(host, World.Tomas).ShouldBe(["Your term in Grants work group ends soon"]);
        await AtAsync(host, Instant.FromUtc(2027, 7, 1, 3, 59));
        (await MembersAsync(host)).ShouldContain(World.Tomas.Name);
        await AtAsync(host, Instant.FromUtc(2027, 7, 1, 4, 0));
        (await MembersAsync(host)).ShouldNotContain(World.Tomas.Name);
        (await RemovalsAsync(host)).ShouldHaveSingleItem().ShouldContain("term-over");
        host.Mailbox.Last(World.Tomas.Address).Text.ShouldContain("the term is over.");
        foreach (var told in (Character[])[World.Paul, World.Leila])
            host.Mailbox.Last(told.Address).Text.ShouldContain("the seat of Tomas");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task Once_a_year_a_click_goes_on_and_looking_answers_nothing(DatabaseKind database)
    {
        await using var host = await WithOwnerAsync(database);
        await AtAsync(host, AYearLater - Duration.FromMinutes(1));
        Subjects(host, World.Tomas).ShouldBeEmpty();
        await AtAsync(host, AYearLater);
        var mail = host.Mailbox.Last(World.Tomas.Address);
        mail.Subject.ShouldBe("Do you go on? Your seat in Grants work group");
        mail.Text.ShouldContain("by Wednesday 15 March 2028");
        mail.Links.ShouldBe([$"{host.BaseUrl}{Confirm[1..]}"]);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit(Confirm);
        await tomas.Visit(Confirm);
        await tomas.Press("Yes, I go on");
        tomas.Text.ShouldContain("We ask again on Thursday 1 March 2029");
        await AtAsync(host, AYearLater + Duration.FromDays(7));
        await AtAsync(host, AYearLater + Duration.FromDays(14));
        (await MembersAsync(host)).ShouldBe([World.Tomas.Name]);
        (await RemovalsAsync(host)).Count.ShouldBe(4);
    }

    [Theory]
    [EachDatabase]
    public async Task Silence_is_reminded_of_after_a_week_and_ends_the_seat_after_two(
        DatabaseKind database
    )
    {
        await using var host = await WithOwnerAsync(database);
        await AtAsync(host, AYearLater);
        await AtAsync(host, AYearLater + Duration.FromDays(7));
        host.Mailbox.Last(World.Tomas.Address).Text.ShouldContain("a week ago we asked");
        await AtAsync(host, AYearLater + Duration.FromDays(14) - Duration.FromMinutes(1));
        (await MembersAsync(host)).ShouldContain(World.Tomas.Name);
        await AtAsync(host, AYearLater + Duration.FromDays(14));
        (await MembersAsync(host)).ShouldBeEmpty();
        (await RemovalsAsync(host)).ShouldAllBe(words =>
            words.Contains("not-confirmed", StringComparison.Ordinal)
        );
        host.Mailbox.To(World.Paul.Address)
            .Count(mail => mail.Subject == "Grants work group: the seat of Tomas has ended")
            .ShouldBe(1);
        // Owners are never asked, staff neither.
        Subjects(host, World.Marie).ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_worker_that_slept_still_gives_a_week_between_reminder_and_end(
        DatabaseKind database
    )
    {
        await using var host = await WithOwnerAsync(database);
        await AtAsync(host, AYearLater);
        await AtAsync(host, AYearLater + Duration.FromDays(40));
        (await MembersAsync(host)).ShouldContain(World.Tomas.Name);
        await AtAsync(host, AYearLater + Duration.FromDays(47));
        (await MembersAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_no_such_seat_finds_no_page_and_who_is_not_asked_confirms_nothing()
    {
        await using var host = await WithOwnerAsync(DatabaseKind.Sqlite);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit(Confirm);
        marie.Status.ShouldBe(HttpStatusCode.NotFound);
        await marie.Visit("/teams/psf/staff/confirm");
        marie.Status.ShouldBe(HttpStatusCode.NotFound);
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit(Confirm);
        tomas.Page.QuerySelector("main form").ShouldBeNull();
    }

    private static async Task<BanyanHost> WithOwnerAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await host.SeatAsync(World.Paul, "owners", voting: false);
        await host.WorkAsync();
        return host;
    }

    private static Task<int> AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        return host.WorkAsync();
    }

    private static Task<PersonId> IdOfAsync(BanyanHost host, Character who) =>
        host.DbAsync(db =>
            db.PersonFacts.Where(p => p.Email == who.Address).Select(p => p.Id).SingleAsync(Ct)
        );

    private static Task ChangeAsync(BanyanHost host, Func<Team, Outcome> change) =>
        host.DbAsync(async db =>
        {
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "grants-work-group", Ct);
            (await db.CommitAsync(change(team), Ct)).Refusal.ShouldBeNull();
        });

    private static Task<List<string>> MembersAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.SeatFacts.Where(seat => seat.Team == "grants-work-group")
                .Select(seat => seat.Name)
                .ToListAsync(Ct)
        );

    private static Task<List<string>> RemovalsAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var id = await db
                .Teams.Where(t => t.Slug == "grants-work-group")
                .Select(t => t.Id)
                .SingleAsync(Ct);
            var about = id.Value;
            return await db
                .Events.Where(e => e.Action == "team.member-removed" && e.About == about)
                .Select(e => e.Words!.Data)
                .ToListAsync(Ct);
        });

    private static IEnumerable<string> Subjects(BanyanHost host, Character reader) =>
        host
            .Mailbox.To(reader.Address)
            .Select(mail => mail.Subject)
            .Where(subject =>
                subject.Contains("seat", StringComparison.Ordinal)
                || subject.Contains("term", StringComparison.Ordinal)
            );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
