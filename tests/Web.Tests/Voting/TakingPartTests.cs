using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Voting;

/// <summary>Who took part in a year's votes: counted from the rounds themselves, shown to those whom it concerns.</summary>
public sealed class TakingPartTests
{
    private const string Page = "/teams/psf/grants-work-group/participation";

    [Theory]
    [EachDatabase]
    public async Task It_counts_closed_votes_without_the_recused_and_says_the_rule_in_words(
        DatabaseKind database
    )
    {
        await using var host = await FoundedAsync(database);
        await RoundsAsync(host, 5, (World.Tomas, 3), (World.Deb, 2));
        using var leila = await host.SignedInAsync(World.Leila.Address);
        await leila.Visit(Page);
        Rows(leila)
            .ShouldBe([
                "Deb 40 % Not reached 5 2 0",
                "Inés 0 % Not reached 4 0 1",
                "Joey 0 % Not reached 5 0 0",
                "Tomas 60 % Reached 5 3 0",
            ]);
        using var csv = await leila.GetAsync($"{Page}.csv?year=2027");
        (await csv.Content.ReadAsStringAsync(Ct)).ShouldBe(
            """
            "Member","Share","At least 60 %","Votes with a seat","Voted","Recused, not counted"
            "Deb","40 %","Not reached","5","2","0"
            "Inés","0 %","Not reached","4","0","1"
            "Joey","0 %","Not reached","5","0","0"
            "Tomas","60 %","Reached","5","3","0"

            """.ReplaceLineEndings("\r\n")
        );
        await leila.Follow("2026");
        leila.Path.ShouldBe($"{Page}?year=2026");
        leila.Text.ShouldContain("No votes closed in 2026.");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_vote_that_ended_early_is_held_against_nobody_who_was_silent(
        DatabaseKind database
    )
    {
        await using var host = await FoundedAsync(database);
        await RoundsAsync(host, 1, endedInDiscussion: true, (World.Tomas, 1));
        using var leila = await host.SignedInAsync(World.Leila.Address);
        await leila.Visit(Page);
        Rows(leila)
            .ShouldBe([
                "Deb no votes yet Nothing to count yet 0 0 0",
                "Inés no votes yet Nothing to count yet 0 0 0",
                "Joey no votes yet Nothing to count yet 0 0 0",
                "Tomas 100 % Reached 1 1 0",
            ]);
    }

    [Theory]
    [EachDatabase]
    public async Task Members_see_their_own_line_owners_all_and_others_nothing(
        DatabaseKind database
    )
    {
        await using var host = await FoundedAsync(database);
        await host.SeatAsync(World.Stranger, "owners", voting: false);
        await RoundsAsync(host, 1, (World.Tomas, 1));
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit(Page);
        Rows(tomas).ShouldBe(["Tomas 100 % Reached 1 1 0"]);
        using var csv = await tomas.GetAsync($"{Page}.csv");
        (await csv.Content.ReadAsStringAsync(Ct)).ShouldNotContain("Deb");
        using var owner = await host.SignedInAsync(World.Stranger.Address);
        await owner.Visit(Page);
        Rows(owner).Count.ShouldBe(4);
        foreach (
            var (who, status) in ((Character, HttpStatusCode)[])
                [(World.Marie, HttpStatusCode.Forbidden), (World.Ruth, HttpStatusCode.NotFound)]
        )
        {
            using var other = await host.SignedInAsync(who.Address);
            foreach (var path in (string[])[Page, $"{Page}.csv"])
            {
                using var answer = await other.GetAsync(path);
                answer.StatusCode.ShouldBe(status, $"{path} for {who.Name}");
            }
        }
    }

    [Theory]
    [EachDatabase]
    public async Task Regions_without_a_seat_are_named(DatabaseKind database)
    {
        await using var host = await FoundedAsync(database);
        await host.DbAsync(async db =>
        {
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "grants-work-group", Ct);
            var tomas = await db.PersonFacts.SingleAsync(p => p.Email == World.Tomas.Address, Ct);
            var now = host.Clock.Now;
            var outcome = team.ChangeSeat(
                    tomas.Id,
                    new(null, "Europe"),
                    new LocalDate(2027, 3, 1),
                    Actor.Rule,
                    now
                )
                .And(team.Cover("europe, South Asia", Actor.Rule, now));
            (await db.CommitAsync(outcome, Ct)).Refusal.ShouldBeNull();
        });
        using var leila = await host.SignedInAsync(World.Leila.Address);
        await leila.Visit(Page);
        leila
            .Page.QuerySelectorAll("main .criteria li")
            .Select(Words)
            .ShouldBe(["Europe 1 seat", "South Asia No seat"]);
        leila.Text.ShouldContain("Seats that name no region: 3");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(1, 3)]
    [InlineData(20, 3)]
    public async Task It_needs_the_same_number_of_statements_for_any_number(int rounds, int members)
    {
        await using var host = await FoundedAsync(DatabaseKind.Sqlite);
        await host.DbAsync(async db =>
        {
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "grants-work-group", Ct);
            var outcome = Outcome.Of(Actor.Rule, host.Clock.Now);
            foreach (var seat in team.Members.Where(seat => seat.Voting).Skip(members).ToList())
                outcome = outcome.And(team.Remove(seat.PersonId, Actor.Rule, host.Clock.Now));
            (await db.CommitAsync(outcome, Ct)).Refusal.ShouldBeNull();
        });
        await RoundsAsync(host, rounds);
        using var leila = await host.SignedInAsync(World.Leila.Address);
        await leila.Visit(Page);
        var statements = await host.Statements.DuringAsync(() => leila.Visit(Page));
        Rows(leila).Count.ShouldBe(members);
        statements.ShouldBe(7);
    }

    private static async Task<BanyanHost> FoundedAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        return host;
    }

    /// <summary>Closed votes; each of these people voted in the first of them. Inés steps aside from the first.</summary>
    private static Task RoundsAsync(
        BanyanHost host,
        int count,
        params (Character Who, int Votes)[] votes
    ) => RoundsAsync(host, count, endedInDiscussion: false, votes);

    private static Task RoundsAsync(
        BanyanHost host,
        int count,
        bool endedInDiscussion,
        params (Character Who, int Votes)[] votes
    ) =>
        host.DbAsync(async db =>
        {
            for (var number = 0; number < count; number++)
                await host.WaitingCaseAsync($"PSF-27-C{number:00}", $"Case {number}");
            var people = await db.PersonFacts.ToListAsync(Ct);
            var rounds = await db
                .Rounds.Whole()
                .Where(r => r.ClosedAt == null && r.Team == "grants-work-group")
                .OrderBy(r => r.OpenedAt)
                .ThenBy(r => r.Id)
                .ToListAsync(Ct);
            var now = host.Clock.Now;
            var outcome = Outcome.Of(Actor.Rule, now);
            foreach (var (round, number) in rounds.Select((round, number) => (round, number)))
            {
                var application = await db.Applications.SingleAsync(
                    a => a.Id == round.Application,
                    Ct
                );
                if (number == 0 && count > 1 && round.SeatOf(Id(World.Ines)) is not null)
                    round.Recuse(Id(World.Ines));
                foreach (var (who, _) in votes.Where(vote => vote.Votes > number))
                {
                    round.Clear(Id(who), now);
                    round
                        .Cast(
                            application,
                            endedInDiscussion ? Vote.Against : Vote.Abstain,
                            "The site is down.",
                            Actor.Of(Id(who), who.Name),
                            now
                        )
                        .Done.ShouldBeTrue();
                }
                var end = round.ClosesAt;
                if (endedInDiscussion)
                {
                    round.Settle(end, Actor.Rule, now).Step.ShouldBe(RoundStep.Discuss);
                    round.CloseByChair(Actor.Rule, end = now).Done.ShouldBeTrue();
                }
                var (step, closed) = round.Settle(end, Actor.Rule, end);
                step.ShouldBe(RoundStep.Close);
                outcome = outcome.And(closed);
            }
            (await db.CommitAsync(outcome, Ct)).Refusal.ShouldBeNull();

            PersonId Id(Character who) => people.Single(p => p.Email == who.Address).Id;
        });

    private static List<string> Rows(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("main tbody tr").Select(Words)];

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
