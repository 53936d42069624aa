using System.Data.Common;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Setup.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Commands.Doctor;

/// <summary>The database: which engine, whether it answers, is migrated, holds its settings, and has work that nobody could do.</summary>
internal static class DatabaseChecks
{
    private const string Database = "database";
    private const int TooManyAttempts = 5;

    // UPDATE ... RETURNING, with which work is claimed, came with 3.35.
    private static readonly Version OldestSqlite = new(3, 35, 0);

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        Settings settings,
        CancellationToken ct
    )
    {
        var findings = new List<Finding>();
        if (!settings.Database.Postgres && !SqliteIsThere(settings.Database, findings))
            return findings;
        await using var services = new ServiceCollection()
            .AddBanyanData(settings.Database, Modules.All)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            findings.Add(
                Finding.Fine(
                    Database,
                    db.IsPostgres
                        ? $"PostgreSQL {db.Database.GetDbConnection().ServerVersion}"
                        : new SqliteConnectionStringBuilder(
                            settings.Database.ConnectionString
                        ).DataSource
                )
            );
            findings.Add(
                db.IsPostgres
                    ? await ClocksAsync(db.Database.GetDbConnection(), ct)
                    : SqliteHolds(db.Database.GetDbConnection())
            );
            if (await MigratedAsync(db, findings, ct))
            {
                await ContentAsync(db, findings, ct);
                findings.Add(await KeyCheck.RunAsync(db, settings.KeyFile, ct));
            }
        }
        catch (DbException problem)
        {
            findings.Add(new Finding(Colour.Red, Database, problem.Message, Texts.DatabaseRemedy));
        }
        return findings;
    }

    private static bool SqliteIsThere(DatabaseChoice choice, List<Finding> findings)
    {
        var version = Version.Parse(SqliteNative.Version);
        findings.Add(
            new Finding(
                version >= OldestSqlite ? Colour.Green : Colour.Red,
                "sqlite",
                Finding.Fill(Texts.Sqlite, version, SqliteFile(), SqliteNative.Source),
                version >= OldestSqlite ? null : Finding.Fill(Texts.SqliteRemedy, OldestSqlite)
            )
        );
        var file = new SqliteConnectionStringBuilder(choice.ConnectionString).DataSource;
        if (File.Exists(file))
            return true;
        // To open it would make it.
        findings.Add(new Finding(Colour.Amber, Database, file, Texts.DatabaseLater));
        return false;
    }

    // Which of several copies on the machine was loaded, only the system can say.
    private static string SqliteFile()
    {
        const string maps = "/proc/self/maps";
        var line = File.Exists(maps)
            ? File.ReadLines(maps)
                .FirstOrDefault(map => map.Contains("sqlite3", StringComparison.Ordinal))
            : null;
        return line is null ? Texts.SqliteFileUnknown : line[line.IndexOf('/')..];
    }

    private static Finding SqliteHolds(DbConnection connection)
    {
        var deviations = SqliteSettings.Deviations(connection);
        return deviations.Count == 0
            ? Finding.Fine("sqlite settings", string.Join(", ", SqliteSettings.Expected.Keys))
            : new Finding(
                Colour.Red,
                "sqlite settings",
                string.Join("; ", deviations),
                Texts.SqliteSettingsRemedy
            );
    }

    private static async Task<Finding> ClocksAsync(DbConnection connection, CancellationToken ct)
    {
        var clock = new DatabaseClock(new MillisecondClock());
        await clock.CompareAsync(connection, ct);
        return clock.Ahead == Duration.Zero
            ? Finding.Fine("clocks", Texts.ClocksFine)
            : new Finding(
                Colour.Amber,
                "clocks",
                Finding.Fill(Texts.ClocksDiffer, clock.Ahead.TotalSeconds),
                Texts.ClockRemedy
            );
    }

    private static async Task<bool> MigratedAsync(
        BanyanDb db,
        List<Finding> findings,
        CancellationToken ct
    )
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var newer = applied.Count(migration => !known.Contains(migration));
        var pending = known.Count - (applied.Count - newer);
        findings.Add(
            (newer, pending) switch
            {
                (> 0, _) => new Finding(
                    Colour.Red,
                    "migrations",
                    Finding.Fill(Texts.MigrationsNewer, newer),
                    Texts.MigrationsNewerRemedy
                ),
                (_, > 0) => new Finding(
                    Colour.Amber,
                    "migrations",
                    Finding.Fill(Texts.MigrationsPending, pending),
                    Texts.MigrationsRemedy
                ),
                _ => Finding.Fine("migrations", applied[^1]),
            }
        );
        return newer == 0 && pending == 0;
    }

    private static async Task ContentAsync(
        BanyanDb db,
        List<Finding> findings,
        CancellationToken ct
    )
    {
        var stuck = await db
            .Work.AsNoTracking()
            .Where(item => item.DoneAt == null && item.Attempts > TooManyAttempts)
            .OrderBy(item => item.DueAt)
            .Select(item => new { item.Kind, item.Problem })
            .ToListAsync(ct);
        findings.Add(
            stuck.Count == 0
                ? Finding.Fine("work", Texts.WorkFine)
                : new Finding(
                    Colour.Red,
                    "work",
                    Finding.Fill(Texts.WorkStuck, stuck.Count, stuck[0].Kind, stuck[0].Problem),
                    Texts.WorkRemedy
                )
        );
        findings.Add(
            await db.HasOwnerAsync(ct)
                ? Finding.Fine("owner", Texts.OwnerFine)
                : new Finding(Colour.Amber, "owner", Texts.OwnerMissing, Texts.OwnerRemedy)
        );
    }
}
