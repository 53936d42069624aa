using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Importing;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Importing;

/// <summary>Two people import at one moment.</summary>
public sealed class ImportMeetingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_file_taken_in_by_two_at_once_comes_in_once(DatabaseKind database)
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await host.SeatAsync(World.Asha, "staff", voting: false);
        using var asha = await host.SignedInAsync(World.Asha.Address);
        var text = ImportWorld.Simple([.. Enumerable.Range(1, 25).Select(n => $"Group {n}")]);
        foreach (var visitor in (Visitor[])[marie, asha])
        {
            await visitor.UploadAsync(host, text);
            await visitor.CheckAsync(host);
            await visitor.Follow("Take the rows in");
            await visitor.Press("Take them in");
        }
        var imports = await host.DbAsync(db =>
            db.Imports.Select(import => import.Id).ToListAsync(Ct)
        );
        await Task.WhenAll(imports.Select(import => WriteAsync(host, import)));
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(25);
        var states = await host.DbAsync(db =>
            db.Imports.Select(import => new { import.State, import.Trouble }).ToListAsync(Ct)
        );
        states
            .Select(import => import.State)
            .ShouldBe([ImportState.Done, ImportState.Checking], ignoreOrder: true);
        states
            .Single(import => import.State == ImportState.Checking)
            .Trouble.ShouldStartWith("Something came in since the dry run");
        await host.WorkAsync();
        var later = await host.DbAsync(db =>
            db.Imports.SingleAsync(import => import.State != ImportState.Done, Ct)
        );
        (later.State, later.Counts).ShouldBe((ImportState.Checked, new RowCounts(0, 25, 0, 0)));
    }

    [Theory, EachDatabase]
    public async Task What_changed_since_the_dry_run_is_looked_at_again_before_anything_comes_in(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.UploadAsync(host, ImportWorld.Simple("One", "Two"));
        await marie.CheckAsync(host);
        var first = marie.Path;
        await marie.ImportAsync(host, ImportWorld.Simple("One"));
        await marie.Visit(first);
        await marie.TakeInAsync(host);
        marie.Text.ShouldContain("Something came in since the dry run");
        var import = await host.DbAsync(db => db.Imports.OrderBy(i => i.Id).FirstAsync(Ct));
        (import.State, import.Counts).ShouldBe((ImportState.Checked, new RowCounts(1, 1, 0, 0)));
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_step_that_fails_again_and_again_is_given_up_and_one_goes_on_from_before_it(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.UploadAsync(host, ImportWorld.Simple("One", "Two"));
        await marie.CheckAsync(host);
        await host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                database == DatabaseKind.Postgres
                    ? "ALTER TABLE applications ADD CONSTRAINT strange CHECK (title <> 'Two')"
                    : "CREATE TRIGGER strange BEFORE INSERT ON applications WHEN NEW.title = 'Two' BEGIN SELECT RAISE(ABORT, 'strange'); END",
                Ct
            )
        );
        await marie.TakeInAsync(host);
        marie.Text.ShouldNotContain("throw it away");
        for (var attempt = 2; attempt <= 3; attempt++)
        {
            host.Clock.Advance(NodaTime.Duration.FromHours(3));
            await host.WorkAsync();
        }
        await marie.Visit(marie.Path);
        marie.Text.ShouldContain("The server failed at this step three times");
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(0);
        await host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                database == DatabaseKind.Postgres
                    ? "ALTER TABLE applications DROP CONSTRAINT strange"
                    : "DROP TRIGGER strange",
                Ct
            )
        );
        await marie.TakeInAsync(host);
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(2);
    }

    private static async Task WriteAsync(BanyanHost host, ImportId import)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<RunImport>()
            .WriteAsync(
                new ImportStep(
                    import,
                    Actor.Visitor("test"),
                    host.Clock.Now,
                    () => Task.CompletedTask
                ),
                Ct
            );
    }
}
