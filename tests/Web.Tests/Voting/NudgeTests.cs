using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Voting;

/// <summary>A round of ten days reminds the silent of itself: seven and two days before its end, and on its last morning.</summary>
public sealed class NudgeTests
{
    private const string Reference = "PSF-27-AAAAA";
    private static readonly Instant Opened = Instant.FromUtc(2027, 3, 1, 14, 0);
    private static readonly Instant Ends = Opened + Duration.FromDays(10);

    [Theory]
    [EachDatabase]
    public async Task It_comes_three_times_and_to_the_silent_alone(DatabaseKind database)
    {
        await using var host = await OpenAsync(database);
        await AtAsync(host, Ends - Duration.FromDays(7) - Duration.FromMinutes(1));
        Nudges(host, World.Tomas).ShouldBe(0);
        await AtAsync(host, Ends - Duration.FromDays(7));
        Nudges(host, World.Tomas).ShouldBe(1);
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"/cases/{Reference}/declare");
        await QueueTests.DeclareAsync(deb, "Yes, I step aside");
        using var joey = await host.SignedInAsync(World.Joey.Address);
        await joey.Visit("/cases/next");
        await QueueTests.DeclareAsync(joey, "No, nothing");
        await joey.Choose("Should this be accepted?", "For").Press("Cast the vote");
        await AtAsync(host, Ends - Duration.FromDays(2));
        // Eight in the morning of New York.
        await AtAsync(host, Instant.FromUtc(2027, 3, 11, 13, 0));
        (Nudges(host, World.Tomas), Nudges(host, World.Deb), Nudges(host, World.Joey)).ShouldBe(
            (3, 1, 1)
        );
        host.Mailbox.Last(World.Tomas.Address)
            .Text.ShouldContain(
                "the vote on PSF-27-AAAAA closes on Thu 11 Mar 2027, today. Your vote is not in yet."
            );
        Nudges(host, World.Leila).ShouldBe(0);
        await AtAsync(host, Ends + Duration.FromDays(3));
        Silences(host).ShouldBe(0);
        (await PlannedForClosedAsync(host)).ShouldBeEmpty();
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_late_worker_sends_one_and_after_the_end_none(DatabaseKind database)
    {
        await using var host = await OpenAsync(database);
        await AtAsync(host, Ends - Duration.FromHours(1));
        Nudges(host, World.Tomas).ShouldBe(1);
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Second");
        await AtAsync(host, Ends + Duration.FromDays(20));
        Nudges(host, World.Tomas).ShouldBe(1);
    }

    [Theory]
    [EachDatabase]
    public async Task A_discussion_plans_anew_and_the_chair_hears_who_is_silent(
        DatabaseKind database
    )
    {
        await using var host = await OpenAsync(database);
        await AtAsync(host, Ends - Duration.FromDays(1));
        using var joey = await host.SignedInAsync(World.Joey.Address);
        await joey.Visit("/cases/next");
        await QueueTests.DeclareAsync(joey, "No, nothing");
        await joey.Choose("Should this be accepted?", "Against")
            .Fill("reason", "The date has passed.")
            .Press("Cast the vote");
        var before = Nudges(host, World.Tomas);
        var ends = await EndsAsync(host);
        ends.ShouldBeGreaterThan(Ends + Duration.FromDays(9));
        await AtAsync(host, Ends);
        Nudges(host, World.Tomas).ShouldBe(before, "the old end is none any more");
        await AtAsync(host, Ends + Duration.FromDays(2));
        Silences(host).ShouldBe(1);
        host.Mailbox.Last(World.Leila.Address)
            .Text.ShouldContain("No vote yet from: Deb, Inés, Tomas.");
        await AtAsync(host, ends - Duration.FromDays(7));
        Nudges(host, World.Tomas).ShouldBe(before + 1);
    }

    [Theory]
    [EachDatabase]
    public async Task While_the_round_is_held_nobody_is_reminded_and_the_time_waited_is_added(
        DatabaseKind database
    )
    {
        await using var host = await OpenAsync(database);
        await HoldAsync(host, on: true);
        await AtAsync(host, Ends - Duration.FromDays(6));
        Nudges(host, World.Tomas).ShouldBe(0);
        await HoldAsync(host, on: false);
        var ends = await EndsAsync(host);
        ends.ShouldBeGreaterThan(Ends);
        await AtAsync(host, ends - Duration.FromDays(7) - Duration.FromMinutes(1));
        Nudges(host, World.Tomas).ShouldBe(0);
        await AtAsync(host, ends - Duration.FromDays(7));
        Nudges(host, World.Tomas).ShouldBe(1);
    }

    private static async Task<BanyanHost> OpenAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        host.Clock.Now = Opened;
        await host.WaitingCaseAsync(Reference, "First");
        await host.WorkAsync();
        return host;
    }

    private static Task<int> AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        return host.WorkAsync();
    }

    private static Task HoldAsync(BanyanHost host, bool on) =>
        host.DbAsync(async db =>
        {
            var round = await db.Rounds.Whole().SingleAsync(Ct);
            var outcome = on
                ? round.Hold("A letter came.", Actor.Rule, host.Clock.Now)
                : round.LetGoOn(Actor.Rule, host.Clock.Now);
            (await db.CommitAsync(outcome, Ct)).Refusal.ShouldBeNull();
        });

    private static Task<Instant> EndsAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.Rounds.Where(round => round.ClosedAt == null)
                .Select(round => round.ClosesAt)
                .SingleAsync(Ct)
        );

    private static Task<List<string>> PlannedForClosedAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var closed = await db.Rounds.Where(r => r.ClosedAt != null).ToListAsync(Ct);
            closed.ShouldNotBeEmpty();
            var keys = closed.Select(round => $"round.nudge/{round.Id.Value:n}").ToList();
            return await db
                .Work.Where(item => item.DoneAt == null && keys.Contains(item.Key))
                .Select(item => item.Key)
                .ToListAsync(Ct);
        });

    private static int Nudges(BanyanHost host, Character reader) =>
        host
            .Mailbox.To(reader.Address)
            .Count(mail =>
                mail.Text.Contains("Your vote is not in yet.", StringComparison.Ordinal)
            );

    private static int Silences(BanyanHost host) =>
        host.Mailbox.All.Count(mail =>
            mail.Text.Contains("No vote yet from:", StringComparison.Ordinal)
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
