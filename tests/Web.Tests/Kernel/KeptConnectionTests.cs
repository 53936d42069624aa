using System.Data;
using System.Data.Common;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Kernel;

/// <summary>On SQLite what one request has opened and planned is there for the next.</summary>
public sealed class KeptConnectionTests
{
    [Fact]
    public async Task A_connection_stays_open_and_set_from_request_to_request()
    {
        await using var host = await BanyanHost.StartAsync(DatabaseKind.Sqlite);
        var first = await AskAsync(host);
        first.State.ShouldBe(ConnectionState.Open);
        (await AskAsync(host)).ShouldBeSameAs(first);
        SqliteSettings.Deviations(first).ShouldBeEmpty();
        await host.DisposeAsync();
        first.State.ShouldBe(ConnectionState.Closed);
    }

    [Fact]
    public async Task A_statement_that_is_kept_sees_what_has_changed_and_takes_other_values()
    {
        await using var host = await BanyanHost.StartAsync(DatabaseKind.Sqlite);
        var ct = TestContext.Current.CancellationToken;
        await host.DbAsync(db =>
            db.CommitAsync(
                Outcome
                    .Of(Actor.Rule, host.Clock.Now)
                    .Then(
                        Happenings.Plan("one", host.Clock.Now),
                        Happenings.Plan("two", host.Clock.Now)
                    ),
                ct
            )
        );
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        async Task<string[]> Keys(string from) =>
            await db
                .Work.Where(item => item.Key.StartsWith(from))
                .OrderBy(item => item.Key)
                .Select(item => item.Key)
                .ToArrayAsync(ct);
        var before = await Keys("");
        before.Length.ShouldBeGreaterThan(1);
        (await Keys(before[^1])).ShouldBe([before[^1]]);
        // Another connection changes the table itself, under statements that were planned for the old one.
        await host.DbAsync(async other =>
        {
            await other.Database.ExecuteSqlRawAsync("ALTER TABLE work ADD COLUMN more TEXT", ct);
            await other.Database.ExecuteSqlRawAsync("UPDATE work SET key = 'zz/' || key", ct);
        });
        (await Keys("zz/")).ShouldBe([.. before.Select(key => "zz/" + key)]);
        // Two readers of one text at once have a statement each.
        await foreach (
            var outer in db.Work.AsNoTracking().OrderBy(item => item.Key).AsAsyncEnumerable()
        )
        {
            var inner = db.Work.AsNoTracking().OrderBy(item => item.Key).AsAsyncEnumerable();
            (await inner.CountAsync(ct)).ShouldBe(before.Length);
            outer.Key.ShouldStartWith("zz/");
        }
    }

    private static async Task<DbConnection> AskAsync(BanyanHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        _ = await db.Events.CountAsync(TestContext.Current.CancellationToken);
        return db.Database.GetDbConnection();
    }
}
