using System.Data.Common;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Review;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Review;

/// <summary>The desk stays as quick with ten thousand cases as with ten: asked of the database itself, without a stopwatch.</summary>
public sealed class QueuePlanTests
{
    [Theory, EachDatabase]
    public async Task The_queue_is_read_from_its_index_in_its_order(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await ManyCases.AddAsync(world, 1500, 500);
        var viewer = await StaffAsync(world.Host);
        await world.Host.DbAsync(async db =>
        {
            foreach (
                var after in new[] { null, new QueuePlace(world.Host.Clock.Now, "UMB-27-X00500") }
            )
            {
                var plan = await PlanAsync(
                    db,
                    db.Queue(viewer, QueueFilter.None, after, world.Host.Clock.Now).Take(26)
                );
                Judge(plan).ShouldBeEmpty(plan);
                plan.ShouldContain("ix_applications_due");
            }
            // The same judgement of a list in another order: the test can fail.
            var other = await PlanAsync(
                db,
                db.Queue(viewer, QueueFilter.None, null, world.Host.Clock.Now)
                    .OrderBy(row => row.Title)
                    .Take(26)
            );
            Judge(other).ShouldNotBeEmpty(other);
        });
    }

    [Fact]
    public async Task What_wants_somebody_is_found_without_a_look_at_every_open_case()
    {
        await using var world = await DeskWorld.StartAsync(DatabaseKind.Sqlite);
        await ManyCases.AddAsync(world, 1500, 500);
        var viewer = await StaffAsync(world.Host);
        await world.Host.DbAsync(async db =>
        {
            var now = world.Host.Clock.Now;
            var tomorrow = now.InUtc().Date.PlusDays(1);
            var staff = await DeskStaff.OfAsync(db, viewer, TestContext.Current.CancellationToken);
            var today = DeskToday.Of(db, viewer, now, tomorrow, staff, 51);
            var plan = await PlanAsync(db, today);
            Whole(plan, today.ToQueryString()).ShouldBeEmpty(plan);
            var told = DeskToday.Told(db, tomorrow);
            var other = await PlanAsync(db, told);
            Whole(other, told.ToQueryString()).ShouldBeEmpty(other);
            plan.ShouldContain("ix_applications_ball");
            plan.ShouldContain("ix_declarations_recused");
            // The same judgement of a question that needs all of them: the test can fail.
            var all = db.Applications.Where(a => a.WaitedMilliseconds > 0).Select(a => a.Id);
            other = await PlanAsync(db, all);
            Whole(other, all.ToQueryString()).ShouldNotBeEmpty(other);
            var votes = await PlanAsync(
                db,
                db.Rounds.WantedOf(viewer.Person).OrderBy(round => round.ClosesAt).Take(50)
            );
            votes.ShouldContain("ix_rounds_closing");
            votes.ShouldNotContain("TEMP B-TREE");
        });
    }

    [Theory, EachDatabase]
    public async Task Queue_today_and_case_take_as_many_statements_for_three_as_for_one(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        const string first = "UMB-27-FIRST";
        await world.WithTheGroupAsync(first);
        foreach (var tag in new[] { "one", "two", "three" })
        {
            await (await world.Marie.Visit($"/cases/{first}/tag"))
                .Fill("tag", tag)
                .Press("Add the tag");
            if (tag == "one")
                await CountAsync(world, first);
        }
        var one = await CountAsync(world, first);
        await world.SentAsync("UMB-27-SECOND");
        await world.SentAsync("UMB-27-THIRD");
        (await CountAsync(world, first)).ShouldBe(one);
        one.Queue.ShouldBeLessThanOrEqualTo(10);
        one.Filtered.ShouldBeLessThanOrEqualTo(10);
        one.Staff.ShouldBeLessThanOrEqualTo(12);
        await DeskWorld.DeclareAsync(world.Tomas, first);
        var member = await world.Host.Statements.DuringAsync(() =>
            world.Tomas.Visit($"/cases/{first}")
        );
        member.ShouldBeLessThanOrEqualTo(12);
    }

    private static async Task<(int Queue, int Filtered, int Staff)> CountAsync(
        DeskWorld world,
        string reference
    )
    {
        var statements = world.Host.Statements;
        return (
            await statements.DuringAsync(() => world.Marie.Visit("/cases")),
            await statements.DuringAsync(() =>
                world.Marie.Visit("/cases?state=all&q=a&program=partner&due=Month")
            ),
            await statements.DuringAsync(() => world.Marie.Visit($"/cases/{reference}"))
        );
    }

    /// <summary>What a plan does that grows with the number of cases.</summary>
    private static IReadOnlyList<string> Judge(string plan) =>
        [
            .. plan.Split('\n')
                .Where(line =>
                    line.Contains("TEMP B-TREE", StringComparison.Ordinal)
                    || line.Contains("Sort", StringComparison.Ordinal)
                    || line.Contains("Seq Scan on applications", StringComparison.Ordinal)
                    || line.StartsWith("SCAN a", StringComparison.Ordinal)
                        && !line.Contains("USING INDEX", StringComparison.Ordinal)
                ),
        ];

    /// <summary>Where applications are read from end to end, and not through an index of a few of them.</summary>
    private static IReadOnlyList<string> Whole(string plan, string sql)
    {
        var aliases = sql.Split("\"applications\" AS \"")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
            .ToList();
        aliases.ShouldNotBeEmpty(sql);
        return
        [
            .. plan.Split('\n')
                .Where(line => aliases.Contains(line.Split(' ').ElementAtOrDefault(1) ?? ""))
                .Where(line =>
                    line.StartsWith("SCAN", StringComparison.Ordinal)
                    && !line.Contains("INDEX", StringComparison.Ordinal)
                ),
        ];
    }

    private static async Task<string> PlanAsync<T>(BanyanDb db, IQueryable<T> rows)
    {
        var ct = TestContext.Current.CancellationToken;
        await db.Database.OpenConnectionAsync(ct);
        await using DbCommand command = rows.CreateDbCommand();
        command.CommandText =
            (db.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(ct))
            lines.Add(reader.GetString(db.IsPostgres ? 0 : 3));
        return string.Join('\n', lines);
    }

    private static async Task<Viewer> StaffAsync(BanyanHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var seats = await scope
            .ServiceProvider.GetRequiredService<BanyanDb>()
            .SeatFacts.Where(seat => seat.Email == World.Marie.Address)
            .ToListAsync(TestContext.Current.CancellationToken);
        return SeatedViewer.Of(seats, scope.ServiceProvider.GetRequiredService<PermissionBook>());
    }
}
